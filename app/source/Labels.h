#pragma once

#include "story/Result.h"

#include <QString>
#include <QStringList>
#include <QVector>

#include <optional>

namespace tidemark {

/// A column in which people coded a file's stories by hand. It holds yes or no for one theme, or a list of themes.
struct LabelColumn
{
    QString theme; ///< its key or name in the codebook; empty: the column lists themes
    QString column;

    friend bool operator==(const LabelColumn &, const LabelColumn &) = default;
};

/// What a record's labels say of one theme, named as the file or the mapping names it.
struct StoryLabel
{
    QString theme;
    bool present = true;

    friend bool operator==(const StoryLabel &, const StoryLabel &) = default;
};

/// "workplace=at_work,family=home": the columns hold 1 or 0 (yes or no) for these themes; "themes=codes": the
/// column lists themes.
Result<QVector<LabelColumn>> parseLabels(const QString &labels);

/// What a cell of one theme says: 1 and 0, yes and no, true and false in several languages; absent: neither.
std::optional<bool> labelValue(const QString &cell);

/// The themes that a cell lists, separated by semicolons, bars or line ends, else by commas. Those that it doesn't
/// list are not said to be absent.
QStringList listedThemes(const QString &cell);

/// Takes the labels out of cells, and counts what says neither yes nor no.
class LabelReading
{
public:
    void read(const LabelColumn &label, const QString &cell, QVector<StoryLabel> &labels);
    [[nodiscard]] QStringList notes() const;

private:
    qint64 m_unclear = 0;
};

} // namespace tidemark

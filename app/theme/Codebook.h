#pragma once

#include "story/Result.h"
#include "story/ThemeSet.h"
#include "story/Voice.h"

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <QVector>

#include <optional>

namespace tidemark {

/// A topic of the codebook, with the rule that finds it.
struct Theme
{
    int number = 0; ///< 0 to 63, its bit in a ThemeSet; kept for the life of a collection
    QString id;     ///< "workplace": the key in filters and exports
    QString name;
    QString group; ///< a key of Codebook::groups
    QString definition;
    QString rule;                ///< a query over words (filter/WordQuery.h); empty: coded by hand only
    QStringList examples = {};   ///< sentences that show what belongs to it; nobody's own
    int colour = 0;              ///< 1 to 8, one of the colours that series have; 0: none
    int key = 0;                 ///< 1 to 9, the key that sets it; 0: none
    bool isCoveredFirst = false; ///< its stories open covered
    bool isRetired = false;      ///< kept for what was coded with it: its rule codes nothing, nobody is offered it
    QString guid = {};           ///< that another program knows it by; empty: ours, made from its id

    friend bool operator==(const Theme &, const Theme &) = default;
};

/// One way in which a voice shows itself: all given keys must hold. Semantics as stated in codebook.json.
struct VoiceRule
{
    QString query;
    QString unlessQuery;
    std::optional<int> maxResidualWords;
    QString outsideTags; ///< a phrase that must stand after tags and @names are removed

    friend bool operator==(const VoiceRule &, const VoiceRule &) = default;
};

struct VoiceDefinition
{
    Voice voice = Voice::Unknown;
    QString name;
    QString definition;
    QVector<VoiceRule> anyOf; ///< empty with otherwise: holds when no other voice does
    bool otherwise = false;

    friend bool operator==(const VoiceDefinition &, const VoiceDefinition &) = default;
};

struct ThemeGroup
{
    QString key;
    QString name;
    QString guid = {}; ///< as a theme's

    friend bool operator==(const ThemeGroup &, const ThemeGroup &) = default;
};

/// The themes and voices with their definitions and rules. A value.
struct Codebook
{
    QString title;
    QString language; ///< of its rules: they apply to stories in it or of unknown language
    int version = 1;  ///< raised by every change of what the rules code; stored with what they coded
    QVector<ThemeGroup> groups;
    QVector<Theme> themes;           ///< in order of their numbers, which are their positions
    QVector<VoiceDefinition> voices; ///< in the order in which they are tried
    QStringList lexicons;            ///< languages whose shipped lexicon (theme/Lexicons.h) is switched on

    [[nodiscard]] const Theme *theme(QStringView id) const; ///< null if there is none
    [[nodiscard]] const Theme *themeAtKey(int key) const;   ///< null if there is none, or it is retired
    [[nodiscard]] QString groupName(QStringView key) const; ///< the key itself if there is no such group
    friend bool operator==(const Codebook &, const Codebook &) = default;
};

/// The codebook that comes with the program (resources/codebook.json).
const Codebook &shippedCodebook();

/// Our JSON form. Macros are expanded; a rule that doesn't parse is an Error that names the theme and the place.
Result<Codebook> codebookFromJson(const QByteArray &json);
QByteArray codebookToJson(const Codebook &codebook);

} // namespace tidemark

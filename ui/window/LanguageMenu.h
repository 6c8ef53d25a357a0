#pragma once

#include <QMenu>

namespace tidemark {

/// View > Language: what the window speaks from the next start on.
class LanguageMenu final : public QMenu
{
    Q_OBJECT

public:
    explicit LanguageMenu(QWidget *parent = nullptr);

    [[nodiscard]] static QString chosen(); ///< as an ISO 639 code; empty: as the system

private:
    void choose(const QString &language);
};

} // namespace tidemark

#pragma once

#include "collection/Collection.h"

#include <QDialog>
#include <QPointer>
#include <QTimer>

class QLabel;
class QLineEdit;
class QPushButton;

namespace tidemark {

/// Which part of a theme becomes one of its own: a filter chooses its stories, and how many they are is counted
/// while it is typed.
class SplitDialog final : public QDialog
{
    Q_OBJECT

public:
    SplitDialog(Collection *collection, const Theme &theme, QWidget *parent = nullptr);

    // Once it is accepted.
    [[nodiscard]] ThemeSplit split() const;
    [[nodiscard]] const QVector<StoryId> &stories() const { return m_stories; }

private:
    void readFilter();
    void answered(const Result<Selection> &selection);
    void offerToSplit();

    QPointer<Collection> m_collection;
    Theme m_theme;
    Filter m_filter;
    QVector<StoryId> m_stories;
    bool m_isCounted = false;
    quint64 m_number = 0;
    QTimer m_pause;
    QLineEdit *m_name;
    QLineEdit *m_text;
    QLabel *m_verdict;
    QPushButton *m_go;
};

} // namespace tidemark

#pragma once

#include "collection/Collection.h"

#include <QDialog>
#include <QPointer>
#include <QTimer>

class QLabel;
class QLineEdit;
class QListWidget;
class QPlainTextEdit;
class QPushButton;

namespace tidemark {

/// The codebook: each theme's name, definition and rule. A rule is read while it is written: a mistake is marked
/// where it stands, and how many stories hold the words is counted.
class ThemesDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit ThemesDialog(Collection *collection, QWidget *parent = nullptr);

signals:
    void saved(const tidemark::Theme &theme);

private:
    [[nodiscard]] Theme edited() const;
    void show(int row);
    void readRule();
    void countRule(const WordQuery &words);
    void update();
    void save();

    QPointer<Collection> m_collection;
    QVector<Theme> m_themes;
    quint64 m_number = 0;
    bool m_ruleIsSound = true;
    QTimer m_pause;
    QListWidget *m_list;
    QLineEdit *m_name;
    QPlainTextEdit *m_definition;
    QPlainTextEdit *m_rule;
    QLabel *m_verdict;
    QPushButton *m_save;
};

} // namespace tidemark

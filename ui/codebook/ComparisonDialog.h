#pragma once

#include "collection/Collection.h"
#include "model/ComparisonModel.h"

#include <QDialog>
#include <QPointer>

class QComboBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;
class QTableView;

namespace tidemark {

/// The codebook in force beside another one: an earlier version of it, or that of a file or another collection.
/// What differs in each theme stands side by side, and what is ticked is taken over.
class ComparisonDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit ComparisonDialog(Collection *collection, QWidget *parent = nullptr);

    void compareWith(const QString &path); ///< shows this file's codebook, with everything ticked

signals:
    void takeOverWished(const tidemark::Codebook &codebook); ///< the one in force, with what was ticked

private:
    struct Other
    {
        QString name;
        Codebook codebook;
        QString number = QString::number(codebook.version); ///< of its version, or of one of several of it
    };

    void readVersions();
    void addOther(const Other &other);
    void openByDialog();
    void compare();
    void showTheme();
    void updateTaking();
    void takeOver();
    void say(const QString &sentence);

    QPointer<Collection> m_collection;
    QVector<Other> m_others;
    QString m_numberHere; ///< of the version in force; empty until it is known
    ComparisonModel m_model;
    QComboBox *m_choice;
    QLabel *m_sentence;
    QTableView *m_table;
    QPlainTextEdit *m_here;
    QPlainTextEdit *m_there;
    QPushButton *m_take;
};

} // namespace tidemark

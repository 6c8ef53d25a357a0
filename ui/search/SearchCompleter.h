#pragma once

#include "model/QueryCompletion.h"

#include <QCompleter>

class QLineEdit;
class QStandardItemModel;

namespace tidemark {

/// The list under the search box: ways to go on with what is typed, or earlier searches. It offers and never
/// chooses by itself: Enter goes to the box until a row was chosen with Down. Tab takes that row, or a value that
/// is the only one: a word that begins as a key does may be meant as a word.
class SearchCompleter final : public QCompleter
{
    Q_OBJECT

public:
    explicit SearchCompleter(QLineEdit *box);

    void offer(const Completions &completions); ///< nothing to offer: the list goes away
    void offerSearches(const QStringList &texts);
    [[nodiscard]] bool hasChosenRow() const;
    bool takeByTab(); ///< the row that was chosen, or the only value; false: there is none, or it is typed already
    void takeOnlyOne(); ///< where there is one way to go on, chooses it

signals:
    void textChosen(const QString &text, int cursor); ///< the whole text of the box, and where its cursor is then

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showRows();
    void take(const QModelIndex &index);

    QLineEdit *m_box;
    QStandardItemModel *m_rows;
    qsizetype m_start = 0;
    bool m_areValues = false;
    bool m_replacesAll = false;
    bool m_chosenByKey = false;
};

} // namespace tidemark

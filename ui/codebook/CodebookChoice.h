#pragma once

#include "collection/Collection.h"

#include <QPointer>
#include <QWidget>

#include <functional>

class QComboBox;
class QPushButton;

namespace tidemark {

/// The head of the codebook's editor: which of the collection's codebooks is in force, and what can be done with
/// them. It does nothing by itself but tell what is wished.
class CodebookChoice final : public QWidget
{
    Q_OBJECT

public:
    using Begin = std::function<Job<std::monostate>()>;

    explicit CodebookChoice(Collection *collection, QWidget *parent = nullptr);

    void setPossible(bool possible); ///< whether anything can be changed now
    void showInForce();              ///< where another one was wished, and isn't to be

signals:
    void useWished(const QString &title, const tidemark::CodebookChoice::Begin &begin);
    /// The editor's codebook stays as it is.
    void changeWished(const QString &title, const tidemark::CodebookChoice::Begin &begin);

private:
    QPushButton *makeButton(const QString &name, const QString &text, void (CodebookChoice::*act)());
    void follow();
    void wishTo(qint64 number);
    void add();
    void rename();
    void remove();

    QPointer<Collection> m_collection;
    QComboBox *m_choice;
    QPushButton *m_add;
    QPushButton *m_rename;
    QPushButton *m_delete;
    QString m_added; ///< title of one that was added to be used
    bool m_possible = true;
};

} // namespace tidemark

#pragma once

#include "collection/CollectionFacts.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QDateEdit;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace tidemark {

/// What one subscription asks for. It shows the fields that its service has, and says what is still missing.
class SubscriptionDialog final : public QDialog
{
    Q_OBJECT

public:
    /// facts: of the collection, in whose zone days begin and beside whose sources it is to stand.
    SubscriptionDialog(const Subscription &subscription, const CollectionFacts &facts, QWidget *parent = nullptr);

    [[nodiscard]] Subscription subscription() const;
    [[nodiscard]] QString secret() const; ///< typed now; empty: what is kept stays

    void reject() override; ///< asks first if something was changed

private:
    void makeFields();
    void showFields();
    void makeSinceRow();
    void fill();
    void fillSince();
    void suggestSince();
    void check();
    [[nodiscard]] std::optional<QString> lackOfFields() const;
    [[nodiscard]] std::optional<Instant> since() const;
    [[nodiscard]] Service service() const;

    Subscription m_before;
    Subscription m_offered; ///< what the fields said at first
    CollectionFacts m_facts;
    QFormLayout *m_form;
    QComboBox *m_service;
    QLineEdit *m_address;
    QLineEdit *m_name;
    QLineEdit *m_anyTags;
    QLineEdit *m_allTags;
    QLineEdit *m_noneTags;
    QLineEdit *m_words;
    QLineEdit *m_account;
    QLineEdit *m_secret;
    QCheckBox *m_archive;
    QSpinBox *m_budget;
    QSpinBox *m_monthBudget;
    QCheckBox *m_hasSince;
    bool m_sinceWasChosen = false; ///< by hand: it stays, whatever the service
    QDateEdit *m_since;
    QWidget *m_sinceRow; ///< it, and where its day begins
    QComboBox *m_schedule;
    QLabel *m_lack;
    QPushButton *m_save = nullptr;
};

} // namespace tidemark

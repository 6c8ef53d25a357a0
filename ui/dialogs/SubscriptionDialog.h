#pragma once

#include "story/Subscription.h"

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
    explicit SubscriptionDialog(const Subscription &subscription, QWidget *parent = nullptr);

    [[nodiscard]] Subscription subscription() const;
    [[nodiscard]] QString secret() const; ///< typed now; empty: what is kept stays

private:
    void makeFields();
    void showFields();
    void fill();
    void check();
    [[nodiscard]] Service service() const;

    Subscription m_before;
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
    QCheckBox *m_hasSince;
    QDateEdit *m_since;
    QComboBox *m_schedule;
    QLabel *m_lack;
    QPushButton *m_save = nullptr;
};

} // namespace tidemark

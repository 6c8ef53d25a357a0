#pragma once

#include "collection/CollectionFacts.h"
#include "export/Exporter.h"

#include <QDialog>

class QButtonGroup;
class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace tidemark {

class ColumnChooser;

/// Asks who will read the file and what of people it may show, then where it goes. It only asks: writing is the
/// business of export/.
class ExportDialog final : public QDialog
{
    Q_OBJECT

public:
    ExportDialog(const CollectionFacts &facts, qint64 stories, QWidget *parent = nullptr);

    void setOrder(Order order);
    void setPath(const QString &path);
    void showFailure(const QString &sentence); ///< why the last attempt wrote nothing
    [[nodiscard]] ExportSettings settings() const;
    [[nodiscard]] QString path() const;

    void accept() override; ///< asks first where the target exists

private:
    QWidget *makeReader();
    QWidget *makePeople();
    QWidget *makeForm(const QStringList &columns);
    QWidget *makeTarget(const QString &name);
    void showSettings(const ExportSettings &settings);
    void enableChoices();
    void choosePath();

    QLabel *m_failure;
    QButtonGroup *m_reader;
    QComboBox *m_separator;
    QButtonGroup *m_profile;
    QCheckBox *m_fresh;
    ColumnChooser *m_columns;
    QComboBox *m_themes;
    QComboBox *m_order;
    QCheckBox *m_manifest;
    QLineEdit *m_path;
    QPushButton *m_export;
};

} // namespace tidemark

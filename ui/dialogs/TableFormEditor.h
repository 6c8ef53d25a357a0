#pragma once

#include "source/Preview.h"

#include <QWidget>

class QComboBox;

namespace tidemark {

/// How a delimited file is to be read where what was found is wrong: encoding, separator, quotation marks, and the
/// zone of times that name none.
class TableFormEditor final : public QWidget
{
    Q_OBJECT

public:
    explicit TableFormEditor(QWidget *parent = nullptr);

    /// Shows what can be said of such a file; hidden where nothing can.
    void showFor(const Preview &preview);
    [[nodiscard]] TableForm form() const;
    void setForm(const TableForm &form);    ///< without a signal
    [[nodiscard]] QString timeZone() const; ///< IANA id; empty: not said

signals:
    void formChanged();
    void timeZoneChanged();

private:
    QComboBox *addChoice(const QString &title, const QString &name);
    void fillZones();

    QComboBox *m_encoding;
    QComboBox *m_delimiter;
    QComboBox *m_quoting;
    QComboBox *m_zone;
};

} // namespace tidemark

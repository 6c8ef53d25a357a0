#include "dialogs/TableFormEditor.h"

#include <QComboBox>
#include <QFontMetrics>
#include <QHBoxLayout>
#include <QLabel>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

/// What files are mostly written in, as ICU calls it.
QStringList usualEncodings()
{
    return {u"UTF-8"_s,        u"UTF-16LE"_s,     u"UTF-16BE"_s,     u"windows-1252"_s, u"windows-1250"_s,
            u"windows-1251"_s, u"windows-1253"_s, u"windows-1254"_s, u"windows-1255"_s, u"windows-1256"_s,
            u"ISO-8859-2"_s,   u"ISO-8859-15"_s,  u"KOI8-R"_s,       u"macintosh"_s,    u"IBM850"_s,
            u"Shift_JIS"_s,    u"EUC-JP"_s,       u"EUC-KR"_s,       u"GB18030"_s,      u"Big5"_s};
}

/// As QComboBox counts its contents' length.
int widthInLetters(const QWidget *widget, const QString &text)
{
    const QFontMetrics metrics = widget->fontMetrics();
    return metrics.horizontalAdvance(text) / metrics.horizontalAdvance(u'X') + 1;
}

} // namespace

TableFormEditor::TableFormEditor(QWidget *parent) : QWidget(parent)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(8);
    m_encoding = addChoice(tr("&Encoding:"), u"fileEncoding"_s);
    for (const QString &name : usualEncodings())
        m_encoding->addItem(name, name.toLatin1());
    m_delimiter = addChoice(tr("&Separator:"), u"fileDelimiter"_s);
    m_delimiter->addItem(tr("Comma"), u","_s);
    m_delimiter->addItem(tr("Semicolon"), u";"_s);
    m_delimiter->addItem(tr("Tab"), u"\t"_s);
    for (const auto &sign : {u"|"_s, u"^"_s, u"~"_s, u":"_s, u"#"_s})
        m_delimiter->addItem(sign, sign);
    m_quoting = addChoice(tr("&Quotation marks:"), u"fileQuoting"_s);
    m_quoting->addItem(tr("Doubled (\"\")"), int(Quoting::Doubled));
    m_quoting->addItem(tr("Apostrophes (')"), int(Quoting::Apostrophes));
    m_quoting->addItem(tr("Behind a backslash (\\\")"), int(Quoting::Backslashes));
    m_quoting->addItem(tr("None"), int(Quoting::None));
    for (const QComboBox *choice : {m_encoding, m_delimiter, m_quoting})
        connect(choice, &QComboBox::activated, this, &TableFormEditor::formChanged);
    m_zone = addChoice(tr("Time &zone:"), u"fileZone"_s);
    m_zone->setItemText(0, tr("Unknown, read as UTC"));
    m_zone->setToolTip(tr("Of times in the file that name no zone, or one that means several"));
    m_zone->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_zone->setMinimumContentsLength(widthInLetters(m_zone, m_zone->itemText(0)));
    connect(m_zone, &QComboBox::activated, this, &TableFormEditor::timeZoneChanged);
    layout->addStretch(1);
    hide();
}

QComboBox *TableFormEditor::addChoice(const QString &title, const QString &name)
{
    auto *label = new QLabel(title, this);
    auto *choice = new QComboBox(this);
    choice->setObjectName(name);
    choice->setAccessibleName(QString(title).remove(u'&').remove(u':'));
    choice->addItem(tr("As found"));
    label->setBuddy(choice);
    layout()->addWidget(label);
    layout()->addWidget(choice);
    return choice;
}

void TableFormEditor::fillZones()
{
    if (m_zone->count() > 1)
        return;
    for (const QByteArray &id : QTimeZone::availableTimeZoneIds())
        m_zone->addItem(QString::fromLatin1(id), id);
}

void TableFormEditor::showFor(const Preview &preview)
{
    if (preview.isDelimited)
        fillZones();
    setVisible(preview.isDelimited);
}

TableForm TableFormEditor::form() const
{
    TableForm form;
    form.encoding = m_encoding->currentData().toByteArray();
    if (const QString sign = m_delimiter->currentData().toString(); !sign.isEmpty())
        form.delimiter = sign.front().toLatin1();
    if (m_quoting->currentIndex() > 0)
        form.quoting = static_cast<Quoting>(m_quoting->currentData().toInt());
    return form;
}

void TableFormEditor::setForm(const TableForm &form)
{
    const auto choose = [](QComboBox *choice, const QVariant &value, bool isSaid) {
        if (isSaid && choice->findData(value) < 0)
            choice->addItem(value.toString(), value);
        choice->setCurrentIndex(isSaid ? choice->findData(value) : 0);
    };
    choose(m_encoding, form.encoding, !form.encoding.isEmpty());
    choose(m_delimiter, QString(QLatin1Char(form.delimiter.value_or(' '))), form.delimiter.has_value());
    choose(m_quoting, int(form.quoting.value_or(Quoting::Doubled)), form.quoting.has_value());
}

QString TableFormEditor::timeZone() const
{
    return m_zone->currentData().toString();
}

} // namespace tidemark

#include "window/SplitterAccessible.h"

#include <QAccessibleWidget>
#include <QCoreApplication>
#include <QSplitterHandle>
#include <QStringList>

namespace tidemark {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(SplitterAccessible)
};

/// Of a pane, or of the panes of a splitter within; empty: it has none.
QString nameOf(const QWidget *pane)
{
    const auto *splitter = qobject_cast<const QSplitter *>(pane);
    if (!splitter)
        return pane->accessibleName();
    QStringList names;
    for (int i = 0; i < splitter->count(); ++i)
        names.append(nameOf(splitter->widget(i)));
    names.removeAll(QString());
    return names.join(QStringLiteral(", "));
}

class BorderInterface final : public QAccessibleWidget
{
public:
    explicit BorderInterface(QSplitterHandle *border)
        : QAccessibleWidget(border, QAccessible::Separator), m_border(border)
    {
    }

    [[nodiscard]] QString text(QAccessible::Text which) const override
    {
        if (which != QAccessible::Name || !isValid())
            return QAccessibleWidget::text(which);
        const QSplitter *splitter = m_border->splitter();
        const int behind = splitter->indexOf(m_border);
        const QString before = behind > 0 ? nameOf(splitter->widget(behind - 1)) : QString();
        const QString after = behind > 0 ? nameOf(splitter->widget(behind)) : QString();
        if (before.isEmpty() || after.isEmpty())
            return {};
        return Words::tr("Border between %1 and %2").arg(before, after);
    }

private:
    QSplitterHandle *m_border;
};

QAccessibleInterface *makeInterface(const QString &, QObject *object)
{
    auto *border = qobject_cast<QSplitterHandle *>(object);
    return border ? new BorderInterface(border) : nullptr;
}

} // namespace

void installSplitterAccessibility()
{
    QAccessible::installFactory(makeInterface);
}

} // namespace tidemark

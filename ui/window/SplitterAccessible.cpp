#include "window/SplitterAccessible.h"

#include <QAccessibleWidget>
#include <QCoreApplication>
#include <QSplitterHandle>

namespace tidemark {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(SplitterAccessible)
};

QAccessibleInterface *makeInterface(const QString &, QObject *object)
{
    auto *handle = qobject_cast<QSplitterHandle *>(object);
    return handle ? new QAccessibleWidget(handle, QAccessible::Separator, Words::tr("Border between panes"))
                  : nullptr;
}

} // namespace

void installSplitterAccessibility()
{
    QAccessible::installFactory(makeInterface);
}

} // namespace tidemark

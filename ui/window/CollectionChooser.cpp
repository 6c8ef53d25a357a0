#include "window/CollectionChooser.h"

#include "collection/Places.h"
#include "dialogs/FileChoice.h"
#include "dialogs/ForeignText.h"
#include "dialogs/Question.h"
#include "window/RecentCollections.h"

#include <QDate>
#include <QDir>
#include <QFileInfo>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

QString collectionFiles()
{
    return CollectionChooser::tr("Tidemark collections (*.tidemark)");
}

QString withEnding(const QString &path)
{
    return QFileInfo(path).suffix().isEmpty() ? path + u".tidemark"_s : path;
}

} // namespace

CollectionChooser::CollectionChooser(QWidget *window) : QObject(window), m_window(window) {}

QString CollectionChooser::usualFolder()
{
    const Result<QString> folder = dataFolder();
    return folder ? folder.value() : usualFolder();
}

void CollectionChooser::create()
{
    const QString path = chooseTarget(m_window, tr("New Collection"), usualFolder(), collectionFiles());
    if (path.isEmpty())
        return;
    const QString whole = withEnding(path);
    if (QFileInfo::exists(whole))
        inform(m_window, tr("%1 exists already. Open it, or choose another name.").arg(isolated(whole)));
    else
        emit chosen(whole, Collection::Missing::Create);
}

void CollectionChooser::open()
{
    const QString path = chooseFile(m_window, tr("Open Collection"), usualFolder(),
                                    collectionFiles() + u";;"_s + tr("All files (*)"));
    if (!path.isEmpty())
        emit chosen(path, Collection::Missing::Fail);
}

void CollectionChooser::fillRecent(QMenu *menu)
{
    menu->clear();
    const QStringList paths = recentCollections::paths();
    for (const QString &path : paths) {
        QAction *action = menu->addAction(asLabel(QDir::toNativeSeparators(path)));
        connect(action, &QAction::triggered, this, [this, path] { emit chosen(path, Collection::Missing::Fail); });
    }
    if (paths.isEmpty())
        menu->addAction(tr("No Other Collection"))->setEnabled(false);
}

std::optional<QString> CollectionChooser::copyTarget(QWidget *window, const QString &original)
{
    const QString proposed
        = QFileInfo(original).completeBaseName() + u' ' + QDate::currentDate().toString(Qt::ISODate);
    const QString path
        = chooseTarget(window, tr("Save a Copy"), usualFolder() + u'/' + withEnding(proposed), collectionFiles());
    if (path.isEmpty())
        return std::nullopt;
    const QString whole = withEnding(path);
    if (whole == path || !QFileInfo::exists(whole)) // else the dialog asked about another name
        return whole;
    inform(window, tr("%1 exists already. Open it, or choose another name.").arg(isolated(whole)));
    return std::nullopt;
}

} // namespace tidemark

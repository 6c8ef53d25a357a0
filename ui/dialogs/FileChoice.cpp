#include "dialogs/FileChoice.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QFileIconProvider>
#include <QFrame>
#include <QHeaderView>
#include <QRegularExpression>
#include <QTreeView>

#include <utility>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

/// Icons and kinds by what a name says.
class NamedIcons final : public QFileIconProvider
{
public:
    using QFileIconProvider::icon;
    [[nodiscard]] QIcon icon(const QFileInfo &info) const override
    {
        return QFileIconProvider::icon(info.isDir() ? Folder : File);
    }
    [[nodiscard]] QString type(const QFileInfo &info) const override
    {
        return info.isDir() ? QCoreApplication::translate("FileChoice", "Folder") : info.suffix();
    }
};

/// The first ending that a filter names; none where it takes all files.
QString endingOf(const QString &filter)
{
    static const QRegularExpression ending(u"\\*\\.(\\w+)"_s);
    return ending.match(filter).captured(1);
}

/// Qt's columns are too narrow for most sizes and dates.
void giveRoom(QFileDialog &dialog)
{
    dialog.resize(780, 460);
    auto *details = dialog.findChild<QTreeView *>(u"treeView"_s);
    if (!details)
        return;
    const QFontMetrics letters = details->fontMetrics();
    const std::pair<int, QString> widest[]{{1, u"1023.99 KiB"_s}, {3, u"28 Sept 2026 00:00:00 PM"_s}};
    for (const auto &[column, text] : widest)
        details->header()->resizeSection(column, letters.horizontalAdvance(text) + 2 * letters.height());
}

/// What Qt leaves to a screen reader without a name: the frame around the files, and a grip, which is none of
/// AT-SPI's roles.
void nameParts(QFileDialog &dialog)
{
    dialog.setSizeGripEnabled(false);
    if (auto *files = dialog.findChild<QFrame *>(u"frame"_s))
        files->setAccessibleName(QCoreApplication::translate("FileChoice", "Files"));
}

QString &lastFolder()
{
    static QString folder;
    return folder;
}

QStringList chosen(QFileDialog &dialog, NamedIcons &icons, const QFileInfo &where, const QString &filters)
{
    dialog.setObjectName(u"fileChoice"_s);
    nameParts(dialog);
    giveRoom(dialog);
    dialog.setIconProvider(&icons);
    dialog.setNameFilter(filters);
    dialog.setDirectory(where.isDir() ? where.absoluteFilePath() : where.absolutePath());
    if (!where.isDir())
        dialog.selectFile(where.fileName());
    if (dialog.exec() != QDialog::Accepted)
        return {};
    lastFolder() = QFileInfo(dialog.selectedFiles().value(0)).absolutePath();
    return dialog.selectedFiles();
}

QStringList chosenToRead(QWidget *parent, const QString &title, const QString &folder, const QString &filters,
                         QFileDialog::FileMode mode)
{
    NamedIcons icons;
    QFileDialog dialog(parent, title, QDir::rootPath()); // lists a folder before it knows our icons
    dialog.setOption(QFileDialog::DontUseNativeDialog);
    dialog.setFileMode(mode);
    return chosen(dialog, icons, QFileInfo(folder), filters);
}

} // namespace

QString usualFolder()
{
    return QFileInfo(lastFolder()).isDir() ? lastFolder() : QDir::homePath();
}

QString chooseFile(QWidget *parent, const QString &title, const QString &folder, const QString &filters)
{
    return chosenToRead(parent, title, folder, filters, QFileDialog::ExistingFile).value(0);
}

QStringList chooseFiles(QWidget *parent, const QString &title, const QString &folder, const QString &filters)
{
    return chosenToRead(parent, title, folder, filters, QFileDialog::ExistingFiles);
}

QString chooseTarget(QWidget *parent, const QString &title, const QString &path, const QString &filters,
                     Replacing replacing)
{
    NamedIcons icons;
    QFileDialog dialog(parent, title, QDir::rootPath());
    dialog.setOption(QFileDialog::DontUseNativeDialog);
    dialog.setOption(QFileDialog::DontConfirmOverwrite, replacing == Replacing::IsTheCallers);
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setFileMode(QFileDialog::AnyFile);
    // By the dialog itself, so that it asks about the file that will be written.
    dialog.setDefaultSuffix(endingOf(filters));
    QObject::connect(&dialog, &QFileDialog::filterSelected, &dialog,
                     [&dialog](const QString &filter) { dialog.setDefaultSuffix(endingOf(filter)); });
    return chosen(dialog, icons, QFileInfo(path), filters).value(0);
}

} // namespace tidemark

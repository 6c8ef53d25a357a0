#pragma once

#include <QString>
#include <QStringList>

class QWidget;

namespace tidemark {

// Ask for files. By Qt's own dialog, whose icons go by names: dialogs that look into what they list, as the
// desktops' do, open and close a collection that is open here, and with that take SQLite's locks on it away
// (sqlite.org/howtocorrupt.html, section 2.2). Filters as QFileDialog's; empty: the user chose none.

/// Where to begin if nothing says so: where the last file was chosen since the program began, else the home folder.
QString usualFolder();

QString chooseFile(QWidget *parent, const QString &title, const QString &folder, const QString &filters);
QStringList chooseFiles(QWidget *parent, const QString &title, const QString &folder, const QString &filters);

/// A file to write, with the filter's ending where none was typed. Whoever calls may ask himself whether one that
/// is there is to be replaced.
enum class Replacing { IsAsked, IsTheCallers };
QString chooseTarget(QWidget *parent, const QString &title, const QString &path, const QString &filters,
                     Replacing replacing = Replacing::IsAsked);

} // namespace tidemark

#pragma once

#include "theme/Codebook.h"

namespace tidemark {

/// A codebook as other programs write it: names and definitions, no rules. Themes have no numbers yet.
struct ForeignTheme
{
    QString id; ///< made from the name where the file has none
    QString name;
    QString group; ///< its name; empty: none
    QString definition;

    friend bool operator==(const ForeignTheme &, const ForeignTheme &) = default;
};

/// The REFI-QDA standard's codebook (QDC 1.0, https://www.qdasoftware.org), an XML file. Codes that hold others are
/// groups; of codes nested deeper the outermost is the group. Foreign bytes: a DOCTYPE, deep nesting and tags
/// beyond 64 KiB are refused.
Result<QVector<ForeignTheme>> themesFromQdc(const QByteArray &xml);
QByteArray codebookToQdc(const Codebook &codebook);

/// A table with a column for the name (name, code or theme) and, if it has them, definition (or description), id
/// and group. rows are its rows below the header.
Result<QVector<ForeignTheme>> themesFromTable(const QStringList &header, const QVector<QStringList> &rows);

/// The key that a name gives: "Catcalling & comments" is "catcalling_comments".
QString themeKey(const QString &name);

/// Codebooks brought together. A theme that is there (by id, else by name) takes name, definition and group of the
/// other, and its rule where that brings one; new themes go behind the last; none goes. The version is raised where
/// a rule changed. An Error where there would be more than 64 themes, or two of one name.
Result<Codebook> mergedCodebook(const Codebook &here, const Codebook &other);
Result<Codebook> mergedCodebook(const Codebook &here, const QVector<ForeignTheme> &other);

/// What bringing them together changes, a line each, for showing it first: "+ id", "~ id".
QStringList codebookChanges(const Codebook &before, const Codebook &after);

} // namespace tidemark

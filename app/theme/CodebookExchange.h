#pragma once

#include "theme/Codebook.h"

namespace tidemark {

/// A theme as a file says it: that of another program knows names and definitions, and the rest is empty. It has no
/// number yet.
struct ForeignTheme
{
    QString id; ///< made from the name where the file has none
    QString name;
    QString group; ///< its name; empty: none
    QString definition;
    QString rule = {};
    QStringList examples = {};
    int colour = 0;
    int key = 0;
    bool isCoveredFirst = false;
    bool isRetired = false;
    QString guid = {};      ///< see CodebookGuid.h; empty: the file has none
    QString groupGuid = {}; ///< of its group, likewise

    friend bool operator==(const ForeignTheme &, const ForeignTheme &) = default;
};

/// The REFI-QDA standard's codebook (QDC 1.0, https://www.qdasoftware.org), an XML file. Codes that hold others are
/// groups; of codes nested deeper the outermost is the group. It holds names, definitions, groups, GUIDs and
/// colours, of which a foreign one becomes the most similar of ours. A theme without a group that is named as one
/// is written as the code that holds its themes, and so it is read. Foreign bytes: a DOCTYPE, deep nesting and tags
/// beyond 64 KiB are refused.
Result<QVector<ForeignTheme>> themesFromQdc(const QByteArray &xml);
QByteArray codebookToQdc(const Codebook &codebook);

/// A table with a column for the name (name, code or theme) and, if it has them, definition (or description), id,
/// group, rule, examples (a line each), colour (#0b6bb0), key, covered_first, retired (1: yes) and guid. rows are
/// its rows below the header. A rule that can't be read is an Error that names its theme.
Result<QVector<ForeignTheme>> themesFromTable(const QStringList &header, const QVector<QStringList> &rows);
/// Whether it can be one: before its rows are read. The Error says what is missing.
Result<> checkTableHeader(const QStringList &header);

/// The key that a name gives: "Catcalling & comments" is "catcalling_comments".
QString themeKey(const QString &name);

/// Our own table: a theme a row, with everything that we know of it.
QStringList codebookTableHeader();
QStringList codebookTableRow(const Codebook &codebook, const Theme &theme);

/// Codebooks brought together. A theme that is there (by GUID, else by id, else by name) takes the other's name,
/// and of definition, group, rule (with whether it is retired), examples, colour and GUID what the other brings; it
/// keeps its key, and stays covered where either covers it. New themes go behind the last, with their keys where
/// those are free; none goes. The version is raised where a rule changed. An Error where there would be more than
/// 64 themes, or two of one name.
Result<Codebook> mergedCodebook(const Codebook &here, const Codebook &other);
Result<Codebook> mergedCodebook(const Codebook &here, const QVector<ForeignTheme> &other);

/// What bringing them together changes, a line each, for showing it first: "+ id", "~ id".
QStringList codebookChanges(const Codebook &before, const Codebook &after);

} // namespace tidemark

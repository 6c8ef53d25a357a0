#include "source/JsonSigns.h"

#include "source/JsonRecords.h"

#include <QByteArrayList>

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr int decidingLines = 50;
constexpr size_t deepestPath = 3;

struct Level
{
    bool isObject = false;
    QByteArray key;
};

QByteArray pathOf(const std::vector<Level> &levels)
{
    QByteArrayList keys;
    for (const Level &level : levels) {
        if (level.isObject)
            keys << level.key;
    }
    return size_t(keys.size()) <= deepestPath ? keys.join('.') : QByteArray();
}

/// The end of the text that begins at a quotation mark (the place of its closing one, or the end of all).
qsizetype endOfText(QByteArrayView json, qsizetype place)
{
    for (++place; place < json.size() && json[place] != '"'; ++place)
        place += json[place] == '\\';
    return std::min(place, json.size());
}

} // namespace

QSet<QByteArray> memberPaths(QByteArrayView json)
{
    QSet<QByteArray> paths;
    std::vector<Level> levels;
    bool keyComes = false;
    for (qsizetype place = 0; place < json.size(); ++place) {
        const char c = json[place];
        if (c == '"') {
            const qsizetype end = endOfText(json, place);
            if (keyComes && end < json.size()) {
                levels.back().key = json.sliced(place + 1, end - place - 1).toByteArray();
                if (levels.size() <= 2 * deepestPath)
                    paths.insert(pathOf(levels));
            }
            keyComes = false;
            place = end;
        } else if (c == '{' || c == '[') {
            levels.push_back({c == '{', {}});
            keyComes = c == '{';
        } else if (c == ',') {
            keyComes = !levels.empty() && levels.back().isObject;
        } else if (c == '}' || c == ']') {
            keyComes = false;
            if (levels.size() <= 1)
                break;
            levels.pop_back();
        }
    }
    paths.remove({});
    return paths;
}

bool JsonShape::hasAll(std::initializer_list<const char *> paths) const
{
    return std::all_of(paths.begin(), paths.end(), [this](const char *path) { return has(path); });
}

bool JsonShape::hasAny(std::initializer_list<const char *> paths) const
{
    return std::any_of(paths.begin(), paths.end(), [this](const char *path) { return has(path); });
}

QVector<JsonShape> jsonShapes(QByteArrayView head)
{
    if (isOneDocument(head))
        return {
            JsonShape(head.sliced(std::max<qsizetype>(firstValueUnderId(head), 0)), memberForId(firstId(head)))};
    QVector<JsonShape> shapes;
    while (shapes.size() < decidingLines && !head.isEmpty()) {
        const qsizetype end = head.indexOf('\n');
        shapes << JsonShape(end < 0 ? head : head.first(end));
        head = end < 0 ? QByteArrayView() : head.sliced(end + 1);
    }
    return shapes;
}

} // namespace tidemark

#include "store/WordFinder.h"

#include "index/Together.h"
#include "store/FullText.h"
#include "store/FullTextQuery.h"
#include "store/Statement.h"

#include <atomic>
#include <sqlite3.h>

namespace tidemark {

namespace {

/// SELECT tidemark_visit(TABLE) FROM TABLE WHERE TABLE MATCH 'a phrase' LIMIT 1 visits every story of the phrase.
constexpr char visitName[] = "tidemark_visit";
/// tidemark_times(TABLE) is how often the words that were asked for are in the row.
constexpr char countName[] = "tidemark_times";

using VisitPointer = const WordFinder::Visit *;

int visitOne(const Fts5ExtensionApi *api, Fts5Context *found, void *visit)
{
    (*static_cast<VisitPointer>(visit))(StoryId{api->xRowid(found)});
    return SQLITE_OK;
}

void visitAll(const Fts5ExtensionApi *api, Fts5Context *context, sqlite3_context *result, int, sqlite3_value **)
{
    auto *const visit = *static_cast<VisitPointer *>(api->xUserData(context));
    const int code
        = visit ? api->xQueryPhrase(context, 0, const_cast<WordFinder::Visit *>(visit), visitOne) : SQLITE_MISUSE;
    if (code != SQLITE_OK)
        sqlite3_result_error_code(result, code);
}

void countTimes(const Fts5ExtensionApi *api, Fts5Context *context, sqlite3_context *result, int, sqlite3_value **)
{
    int times = 0;
    const int code = api->xInstCount(context, &times);
    if (code == SQLITE_OK)
        sqlite3_result_int(result, times);
    else
        sqlite3_result_error_code(result, code);
}

Result<fts5_api *> fullTextApi(Connection &connection)
{
    fts5_api *api = nullptr;
    sqlite3_stmt *statement = nullptr;
    sqlite3_prepare_v2(connection.handle(), "SELECT fts5(?1)", -1, &statement, nullptr);
    sqlite3_bind_pointer(statement, 1, static_cast<void *>(&api), "fts5_api_ptr", nullptr);
    sqlite3_step(statement);
    sqlite3_finalize(statement);
    return api ? Result<fts5_api *>(api) : Result<fts5_api *>(connection.error());
}

} // namespace

Result<std::unique_ptr<WordFinder>> WordFinder::make(Connection &first, Connection &second)
{
    std::unique_ptr<WordFinder> finder(new WordFinder(first, second));
    for (Half &half : finder->m_halves) {
        if (auto done = finder->registerFunctions(half); !done)
            return done.error();
    }
    return finder;
}

Result<> WordFinder::registerFunctions(Half &half)
{
    const auto api = fullTextApi(*half.connection);
    if (!api)
        return api.error();
    int code
        = api.value()->xCreateFunction(api.value(), visitName, static_cast<void *>(&half.visit), visitAll, nullptr);
    if (code == SQLITE_OK)
        code = api.value()->xCreateFunction(api.value(), countName, nullptr, countTimes, nullptr);
    return code == SQLITE_OK ? Result<>() : Result<>(half.connection->error());
}

Result<> WordFinder::find(const WordQuery &leaf, const std::array<Visit, 2> &visits)
{
    return enumerateHalves(leaf, [&](size_t i, const QString &expression) -> Result<> {
        const QByteArray table = FullText::tableOf(static_cast<int>(i));
        m_halves[i].visit = &visits[i];
        if (leaf.node().kind != WordQuery::Kind::Near && !leaf.node().prefix)
            return visitPhrase(m_halves[i], table, expression);
        Statement statement(*m_halves[i].connection, "SELECT rowid FROM " + table + " WHERE " + table + " MATCH ?");
        auto row = statement.bind(expression).next();
        for (; row && row.value(); row = statement.next())
            visits[i](statement.story(0));
        return row ? Result<>() : Result<>(row.error());
    });
}

Result<> WordFinder::count(const WordQuery &leaf, const std::array<CountVisit, 2> &visits)
{
    return enumerateHalves(leaf, [&](size_t i, const QString &expression) -> Result<> {
        const QByteArray table = FullText::tableOf(static_cast<int>(i));
        Statement statement(*m_halves[i].connection,
                            "SELECT rowid, " + QByteArray(countName) + "(" + table + ") FROM " + table + " WHERE "
                                + table + " MATCH ?");
        auto row = statement.bind(expression).next();
        for (; row && row.value(); row = statement.next())
            visits[i](statement.story(0), statement.integer(1));
        return row ? Result<>() : Result<>(row.error());
    });
}

Result<> WordFinder::enumerateHalves(const WordQuery &leaf, const Enumerate &enumerate)
{
    const auto expression = matchExpression(leaf);
    if (!expression)
        return expression.error();
    if (expression->isEmpty())
        return {};
    std::array<Result<>, 2> outcomes;
    std::atomic<size_t> next{0};
    together(1, [&] {
        for (size_t i = next++; i < outcomes.size(); i = next++)
            outcomes[i] = enumerate(i, *expression);
    });
    return outcomes[0] ? outcomes[1] : outcomes[0];
}

Result<> WordFinder::visitPhrase(Half &half, const QByteArray &table, const QString &expression)
{
    Statement statement(*half.connection,
                        "SELECT " + QByteArray(visitName) + "(" + table + ") FROM " + table + " WHERE " + table
                            + " MATCH ? LIMIT 1");
    const auto row = statement.bind(expression).next();
    half.visit = nullptr;
    return row ? Result<>() : Result<>(row.error());
}

} // namespace tidemark

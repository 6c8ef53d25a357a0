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
constexpr char functionName[] = "tidemark_visit";

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
        if (auto done = finder->registerFunction(half); !done)
            return done.error();
    }
    return finder;
}

Result<> WordFinder::registerFunction(Half &half)
{
    const auto api = fullTextApi(*half.connection);
    if (!api)
        return api.error();
    const int code = api.value()->xCreateFunction(api.value(), functionName, static_cast<void *>(&half.visit),
                                                  visitAll, nullptr);
    return code == SQLITE_OK ? Result<>() : Result<>(half.connection->error());
}

Result<> WordFinder::find(const WordQuery &leaf, const std::array<Visit, 2> &visits)
{
    const auto expression = matchExpression(leaf);
    if (!expression)
        return expression.error();
    if (expression->isEmpty())
        return {};
    const WordQuery::Node &node = leaf.node();
    const bool isPhrase = node.kind != WordQuery::Kind::Near && !node.prefix;
    std::array<Result<>, 2> outcomes;
    std::atomic<size_t> next{0};
    together(1, [&] {
        for (size_t i = next++; i < m_halves.size(); i = next++) {
            m_halves[i].visit = &visits[i];
            outcomes[i] = enumerate(m_halves[i], static_cast<int>(i), *expression, isPhrase);
            m_halves[i].visit = nullptr;
        }
    });
    return outcomes[0] ? outcomes[1] : outcomes[0];
}

Result<> WordFinder::enumerate(Half &half, int number, const QString &expression, bool isPhrase)
{
    const QByteArray table = FullText::tableOf(number);
    const QByteArray from = " FROM " + table + " WHERE " + table + " MATCH ?";
    if (isPhrase) {
        Statement statement(*half.connection,
                            "SELECT " + QByteArray(functionName) + "(" + table + ")" + from + " LIMIT 1");
        const auto row = statement.bind(expression).next();
        return row ? Result<>() : Result<>(row.error());
    }
    Statement statement(*half.connection, "SELECT rowid" + from);
    auto row = statement.bind(expression).next();
    for (; row && row.value(); row = statement.next())
        (*half.visit)(statement.story(0));
    return row ? Result<>() : Result<>(row.error());
}

} // namespace tidemark

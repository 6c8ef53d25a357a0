#include "store/SchemaFunctions.h"

#include "store/StoredNumbers.h"
#include "store/StoryKeys.h"
#include "text/ExactText.h"

#include <sqlite3.h>

namespace tidemark {

namespace {

QString textOf(sqlite3_value *value)
{
    const auto *const bytes = reinterpret_cast<const char *>(sqlite3_value_text(value));
    return textFromUtf8(QByteArrayView(bytes, sqlite3_value_bytes(value)));
}

void hashKey(sqlite3_context *context, int, sqlite3_value **values)
{
    sqlite3_result_int64(context, static_cast<qint64>(keyHash(textOf(values[0]))));
}

void isOwnKey(sqlite3_context *context, int, sqlite3_value **values)
{
    const OwnKeys own{platformOf(sqlite3_value_int64(values[1])), textOf(values[2]), textOf(values[3])};
    sqlite3_result_int(context, own.contain(textOf(values[0])) ? 1 : 0);
}

} // namespace

Result<> addSchemaFunctions(Connection &connection)
{
    const struct
    {
        const char *name;
        int values;
        void (*call)(sqlite3_context *, int, sqlite3_value **);
    } functions[]{{"key_hash", 1, &hashKey}, {"is_own_key", 4, &isOwnKey}};
    constexpr int kind = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY;
    for (const auto &function : functions) {
        const int code = sqlite3_create_function_v2(connection.handle(), function.name, function.values, kind,
                                                    nullptr, function.call, nullptr, nullptr, nullptr);
        if (code != SQLITE_OK)
            return connection.error();
    }
    return {};
}

} // namespace tidemark

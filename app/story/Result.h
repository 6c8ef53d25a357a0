#pragma once

#include <QString>

#include <utility>
#include <variant>

namespace tidemark {

/// What went wrong: a kind to branch on and a whole sentence for people that says what happened, to which
/// file or server, and what to do.
struct Error
{
    enum class Kind {
        Other,
        Usage,     ///< the caller asked for something that can't be (exit code 2)
        NotFound,  ///< the named thing isn't there
        Denied,    ///< not readable or not writable
        Damaged,   ///< not what it says it is, or spoiled
        Busy,      ///< held by another process
        Full,      ///< no space left
        Cancelled, ///< the user stopped it
    };

    Kind kind = Kind::Other;
    QString message;

    friend bool operator==(const Error &, const Error &) = default;
};

/// A value or an Error, with the names of std::expected so that a later swap is an alias.
template<typename T = std::monostate>
class [[nodiscard]] Result
{
public:
    Result() : m_state() {}
    Result(T value) : m_state(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : m_state(std::in_place_index<1>, std::move(error)) {}

    [[nodiscard]] bool has_value() const { return m_state.index() == 0; }
    explicit operator bool() const { return has_value(); }

    [[nodiscard]] T &value() & { return std::get<0>(m_state); }
    [[nodiscard]] const T &value() const & { return std::get<0>(m_state); }
    [[nodiscard]] T &&value() && { return std::get<0>(std::move(m_state)); }
    T &operator*() & { return value(); }
    const T &operator*() const & { return value(); }
    T &&operator*() && { return std::move(*this).value(); }
    T *operator->() { return &value(); }
    const T *operator->() const { return &value(); }

    [[nodiscard]] const Error &error() const { return std::get<1>(m_state); }

private:
    std::variant<T, Error> m_state;
};

} // namespace tidemark

#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <memory>

struct evp_md_ctx_st;

namespace tidemark {

/// SHA-256 (FIPS 180-4) by libcrypto, which uses the processor's own instructions for it where there are some.
class Sha256 final
{
public:
    Sha256();
    Sha256(const Sha256 &other); ///< goes on from where the other is
    Sha256(Sha256 &&) noexcept = default;
    Sha256 &operator=(const Sha256 &other);
    Sha256 &operator=(Sha256 &&) noexcept = default;
    ~Sha256() = default;

    void add(QByteArrayView bytes);
    /// 32 bytes; afterwards it can only be assigned to.
    [[nodiscard]] QByteArray result();

    static QByteArray of(QByteArrayView bytes);

private:
    struct Free
    {
        void operator()(evp_md_ctx_st *context) const;
    };
    std::unique_ptr<evp_md_ctx_st, Free> m_context;
};

/// HMAC-SHA-256 (RFC 2104) under one key, whose half of the work is done once. Immutable: any number of threads.
class KeyedSha256 final
{
public:
    explicit KeyedSha256(const QByteArray &key);

    [[nodiscard]] QByteArray of(QByteArrayView message) const; ///< 32 bytes

private:
    Sha256 m_inner;
    Sha256 m_outer;
};

} // namespace tidemark

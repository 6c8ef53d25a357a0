#include "text/Sha256.h"

#include <algorithm>
#include <openssl/evp.h>

namespace tidemark {

namespace {

constexpr qsizetype digestSize = 32;
constexpr qsizetype blockSize = 64;

/// Looked up once: EVP_sha256() has libcrypto search its providers for each digest.
const EVP_MD *algorithm()
{
    static const EVP_MD *const fetched = EVP_MD_fetch(nullptr, "SHA256", nullptr);
    return fetched;
}

/// libcrypto fails here only where memory is at an end, and Qt gives up there too.
void require(int succeeded)
{
    if (succeeded != 1)
        qFatal("libcrypto has no SHA-256");
}

QByteArray padded(const QByteArray &key, char with)
{
    QByteArray block = key.size() > blockSize ? Sha256::of(key) : key;
    block.append(blockSize - block.size(), '\0');
    std::transform(block.begin(), block.end(), block.begin(),
                   [with](char byte) { return static_cast<char>(byte ^ with); });
    return block;
}

} // namespace

void Sha256::Free::operator()(evp_md_ctx_st *context) const
{
    EVP_MD_CTX_free(context);
}

Sha256::Sha256() : m_context(EVP_MD_CTX_new())
{
    require(EVP_DigestInit_ex2(m_context.get(), algorithm(), nullptr));
}

Sha256::Sha256(const Sha256 &other) : m_context(EVP_MD_CTX_new())
{
    require(EVP_MD_CTX_copy_ex(m_context.get(), other.m_context.get()));
}

Sha256 &Sha256::operator=(const Sha256 &other)
{
    if (this != &other)
        require(EVP_MD_CTX_copy_ex(m_context.get(), other.m_context.get()));
    return *this;
}

void Sha256::add(QByteArrayView bytes)
{
    require(EVP_DigestUpdate(m_context.get(), bytes.data(), static_cast<size_t>(bytes.size())));
}

QByteArray Sha256::result()
{
    QByteArray digest(digestSize, Qt::Uninitialized);
    require(EVP_DigestFinal_ex(m_context.get(), reinterpret_cast<unsigned char *>(digest.data()), nullptr));
    return digest;
}

QByteArray Sha256::of(QByteArrayView bytes)
{
    Sha256 hash;
    hash.add(bytes);
    return hash.result();
}

KeyedSha256::KeyedSha256(const QByteArray &key)
{
    m_inner.add(padded(key, '\x36'));
    m_outer.add(padded(key, '\x5c'));
}

QByteArray KeyedSha256::of(QByteArrayView message) const
{
    thread_local Sha256 work; // to make one costs more than to copy into one
    work = m_inner;
    work.add(message);
    const QByteArray inner = work.result();
    work = m_outer;
    work.add(inner);
    return work.result();
}

} // namespace tidemark

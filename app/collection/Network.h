#pragma once

#include "fetch/BlueskySession.h"
#include "fetch/Keyring.h"
#include "fetch/PoliteClient.h"

#include <memory>
#include <utility>

namespace tidemark {

/// What the network's thread owns. Nothing of it is made, and no connection opened, before somebody asks for a
/// fetch.
class Network final
{
public:
    explicit Network(Patience patience = {}) : m_patience(std::move(patience)) {}

    PoliteClient &client()
    {
        if (!m_http) {
            m_http = std::make_unique<HttpClient>();
            m_polite = std::make_unique<PoliteClient>(*m_http, m_patience);
        }
        return *m_polite;
    }
    Keyring &keyring() { return m_keyring; }
    BlueskySessions &sessions() { return m_sessions; } ///< of the run that is on

    /// Whoever waits looks at the progress, which is cancelled first.
    static void interrupt() {}

private:
    Patience m_patience;
    std::unique_ptr<HttpClient> m_http;
    std::unique_ptr<PoliteClient> m_polite;
    Keyring m_keyring;
    BlueskySessions m_sessions;
};

} // namespace tidemark

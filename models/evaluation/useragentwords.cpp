// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "useragentwords.h"

#include <algorithm>
#include <array>

namespace Gatescope {

namespace {

constexpr std::string_view agentSpaces = " \t\n\v\f\r";
constexpr std::string_view agentBrackets = "();,+_";

std::string_view withoutBrackets(std::string_view word)
{
    const std::size_t first = word.find_first_not_of(agentBrackets);
    if (first == std::string_view::npos)
        return {};
    return word.substr(first, word.find_last_not_of(agentBrackets) - first + 1);
}

bool startsWithDigit(std::string_view word)
{
    return !word.empty() && word.front() >= '0' && word.front() <= '9';
}

bool containsAnyOf(std::string_view text, std::initializer_list<std::string_view> parts)
{
    return std::ranges::any_of(
        parts, [&](std::string_view part) { return text.find(part) != std::string_view::npos; });
}

bool isPassedOver(std::string_view word)
{
    return word == "like" || word.size() <= 2;
}

/// Products that decide the browser by themselves when they have a version, and its name.
constexpr std::array browserProducts {
    std::pair {std::string_view("FxiOS"), std::string_view("Firefox iOS")},
    std::pair {std::string_view("EdgiOS"), std::string_view("Edge Mobile")},
    std::pair {std::string_view("CriOS"), std::string_view("Chrome Mobile iOS")},
    std::pair {std::string_view("GSA"), std::string_view("Google")},
    std::pair {std::string_view("YisouSpider"), std::string_view("YisouSpider")},
    std::pair {std::string_view("SamsungBrowser"), std::string_view("Samsung Internet")},
    std::pair {std::string_view("ChatGPT-User"), std::string_view("ChatGPT-User")},
    std::pair {std::string_view("OAI-SearchBot"), std::string_view("OAI-SearchBot")},
    std::pair {std::string_view("IEMobile"), std::string_view("IE Mobile")},
    std::pair {std::string_view("NX"), std::string_view("NetFront NX")},
    std::pair {std::string_view("Electron"), std::string_view("Electron")},
};

class AgentReader
{
public:
    explicit AgentReader(std::string_view text)
    {
        for (std::size_t start = text.find_first_not_of(agentSpaces); start != std::string_view::npos;) {
            const std::size_t end = std::min(text.find_first_of(agentSpaces, start), text.size());
            const std::string_view word = text.substr(start, end - start);
            m_words.push_back({withoutBrackets(word), word.ends_with(';')});
            start = text.find_first_not_of(agentSpaces, end);
        }
    }

    AgentWords read()
    {
        for (m_at = 0; m_at < m_words.size(); ++m_at) {
            if (!word(0).empty() && !readAppleSystem() && !readSystem() && !isPassedOver(word(0)))
                readProduct(word(0));
        }
        return std::move(m_agent);
    }

private:
    struct Word
    {
        std::string_view text;
        bool endsPart; ///< what follows a semicolon does not belong to it
    };

    /// Empty beyond the end of the text or of a part.
    std::string_view word(std::size_t ahead) const
    {
        for (std::size_t i = m_at; i < m_at + ahead; ++i) {
            if (i >= m_words.size() || m_words[i].endsPart)
                return {};
        }
        return m_at + ahead < m_words.size() ? m_words[m_at + ahead].text : std::string_view();
    }

    /// Passes over the next word of the same part, whatever it is.
    void passOverNext()
    {
        if (!m_words[std::min(m_at, m_words.size() - 1)].endsPart)
            ++m_at;
    }

    /// Takes the word as a version if it looks like one; its place is then passed over.
    std::string_view versionAt(std::size_t ahead)
    {
        const std::string_view version = word(ahead);
        if (!startsWithDigit(version))
            return {};
        ++m_at;
        return version;
    }

    void add(std::string_view tag, std::string_view version = {}) { m_agent.words.push_back({tag, version}); }

    void addSystem(std::string_view tag, std::string_view version)
    {
        if (!m_agent.system && !version.empty())
            m_agent.system = AgentWord {tag, version};
        add(tag, version);
    }

    bool readAppleSystem();
    bool readSystem();
    void readWindows();
    void readChromeOs();
    void readProduct(std::string_view product);
    bool readBrowserProduct(std::string_view tag, std::string_view version);
    void readOtherProduct(std::string_view tag, std::string_view version);
    void offerBrowser(std::string_view tag, std::string_view version);
    void offerBot(std::string_view tag, std::string_view version);

    std::vector<Word> m_words;
    std::size_t m_at = 0;
    AgentWords m_agent;
    bool m_hasBot = false;
};

bool AgentReader::readAppleSystem()
{
    const std::string_view first = word(0);
    if (first.starts_with("AppleTV")) {
        add("ATV OS X");
        passOverNext();
    } else if (first == "like" && word(1) == "Mac" && word(2) == "OS") {
        m_at += 3;
    } else if (first == "Mac" && word(1) == "OS") {
        m_agent.saysMacOs = true;
        addSystem("Mac OS X", versionAt(word(2) == "X" ? 3 : 2));
        m_at += 2;
    } else if (first == "iOS") {
        m_agent.saysIos = true;
        addSystem("iOS", versionAt(1));
        passOverNext();
    } else if (first == "iPhone" && word(1) == "OS") {
        addSystem("iOS", versionAt(2));
        m_at += 1;
    } else if (first.starts_with("iPad") || first.starts_with("iPhone")) {
        const std::size_t length = first.starts_with("iPad") ? 4 : 6;
        m_agent.saysIos = true;
        add(first.substr(0, length), withoutBrackets(first.substr(length)));
    } else if (first.starts_with("Apple-iPhone7C2")) {
        m_agent.saysIos = true;
        add("iPhone");
    } else if (first == "CPU" && word(1) == "OS") {
        add("CPU OS", versionAt(2));
        m_at += 1;
    } else {
        return false;
    }
    return true;
}

bool AgentReader::readSystem()
{
    const std::string_view first = word(0);
    if (first == "CrOS") {
        readChromeOs();
    } else if (first == "CrKey") {
        add("Chromecast");
    } else if (first == "PlayStation") {
        m_agent.saysPlayStation = true;
        add(first);
    } else if (first == "Android" || first == "Ubuntu") {
        addSystem(first, versionAt(1));
    } else if (first == "Windows" && word(1) == "Phone") {
        addSystem("Windows Phone", versionAt(2));
        m_at += 1;
    } else if (first.starts_with("Windows")) {
        readWindows();
    } else if (first == "Yahoo!" && word(1) == "Slurp") {
        add("Yahoo! Slurp");
        m_at += 1;
    } else if (first == "Red" && word(1) == "Hat") {
        add("Red Hat");
        m_at += 1;
    } else if (first == "Mobile") {
        m_agent.saysMobile = true;
        add(first);
    } else if (first == "Linux" || first == "linux") {
        m_agent.saysLinux = true;
        add("Linux");
    } else if (first == "MSIE") {
        if (const std::string_view version = versionAt(1); !version.empty())
            offerBrowser("IE", version);
    } else if (first == "Better" && word(1) == "Uptime" && word(2) == "Bot") {
        offerBot("Better Uptime Bot", {});
        m_at += 2;
    } else if (first == "Nintendo" && word(1) == "3DS") {
        add("NetFront NX");
        m_at += 1;
    } else {
        return false;
    }
    return true;
}

void AgentReader::readWindows()
{
    m_agent.saysWindows = true;
    std::string_view version;
    if (word(1) == "NT") {
        version = versionAt(2);
        m_at += version.empty() ? 0 : 1;
    } else if (word(1).starts_with("XP")) {
        version = "XP";
        m_at += 1;
    } else {
        version = versionAt(1);
    }
    addSystem("Windows", version);
}

void AgentReader::readChromeOs()
{
    std::string_view version = versionAt(1);
    if (version.empty()) { // a processor stands between name and version
        const std::string_view afterProcessor = word(2);
        passOverNext();
        if (startsWithDigit(afterProcessor)) {
            version = afterProcessor;
            m_at += 1;
        }
    }
    addSystem("Chrome OS", version);
}

void AgentReader::readProduct(std::string_view product)
{
    const std::size_t separator = product.find_first_of("/;:");
    std::string_view tag = product;
    std::string_view version;
    if (separator != std::string_view::npos) {
        version = withoutBrackets(product.substr(separator + 1));
        const std::string_view before = withoutBrackets(product.substr(0, separator));
        tag = before.empty() ? product : before;
    }
    if (product == "AdsBot-Google-Mobile")
        tag = "AdsBot-Google";
    if (!readBrowserProduct(tag, version))
        readOtherProduct(tag, version);
}

void AgentReader::offerBrowser(std::string_view tag, std::string_view version)
{
    m_agent.browser = AgentWord {tag, version};
}

/// The first bot counts, against browsers before it too.
void AgentReader::offerBot(std::string_view tag, std::string_view version)
{
    if (!m_hasBot)
        offerBrowser(tag, version);
    m_hasBot = true;
}

bool AgentReader::readBrowserProduct(std::string_view tag, std::string_view version)
{
    if (tag == "EdgiOS" || tag == "CriOS") {
        m_agent.saysIos = m_agent.saysIos || tag == "CriOS";
        if (m_agent.system && m_agent.system->tag == "Mac OS X") // asks for the desktop site
            m_agent.system = AgentWord {"iOS", {}};
    }
    const auto known = std::ranges::find(browserProducts, tag, [](const auto &entry) { return entry.first; });
    if (known != browserProducts.end()) {
        if (!version.empty())
            offerBrowser(known->second, version);
        add(known->second, version);
        return true;
    }
    if (tag == "Kindle") {
        if (!version.empty())
            offerBrowser(tag, version);
        addSystem(tag, version);
        return true;
    }
    if (containsAnyOf(tag, {"Bot", "bot", "Crawler", "crawler"})) {
        offerBot(tag, version);
        return true;
    }
    return false;
}

void AgentReader::readOtherProduct(std::string_view tag, std::string_view version)
{
    if (tag == "CFNetwork") {
        m_agent.saysCfNetwork = true;
        m_agent.saysIos = true;
    } else if (containsAnyOf(version, {"crawler"})) {
        m_agent.saysCrawler = true;
    } else if (tag == "OculusBrowser") { // its Android says that it is Linux
        m_agent.system = AgentWord {"Android", {}};
    } else {
        m_agent.saysHuawei = m_agent.saysHuawei || tag == "HuaweiBrowser";
        m_agent.saysMobile = m_agent.saysMobile || tag == "Mobile";
        m_agent.saysSafari = m_agent.saysSafari || tag == "Safari";
        add(tag == "Edg" ? "Edge" : tag == "OPR" ? "Opera" : tag, version);
    }
}

} // namespace

const AgentWord *AgentWords::find(std::string_view tag) const
{
    const auto found = std::ranges::find(words.rbegin(), words.rend(), tag, &AgentWord::tag);
    return found == words.rend() ? nullptr : &*found;
}

AgentWords readAgentWords(std::string_view text)
{
    return AgentReader(text).read();
}

} // namespace Gatescope

// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "useragent.h"

#include "useragentwords.h"

namespace Gatescope {

namespace {

constexpr std::string_view unknownVersion = "0.0.0";

std::string_view windowsRelease(std::string_view kernel)
{
    if (kernel == "5.1" || kernel == "5.2")
        return "XP";
    if (kernel == "6.0")
        return "Vista";
    if (kernel == "6.1")
        return "7";
    if (kernel == "6.3")
        return "8.1";
    return kernel == "10.0" ? std::string_view("10") : unknownVersion;
}

std::string_view leadingDigits(std::string_view text)
{
    return text.substr(0, text.find_first_not_of("0123456789"));
}

/// Up to four parts; the second without what follows its digits.
std::string versionText(const AgentWord &word)
{
    if (word.version.empty())
        return std::string(unknownVersion);
    if (word.tag == "Windows")
        return std::string(windowsRelease(word.version));
    const std::size_t most =
        word.tag == "YaBrowser" || word.tag == "Opera" || word.tag == "NetFront NX" ? 3 : 4;
    std::string text;
    std::string_view rest = word.version;
    for (std::size_t part = 0; part < most; ++part) {
        const std::size_t end = rest.find_first_of("_,.");
        const std::string_view current = rest.substr(0, end);
        if (part > 0)
            text += '.';
        text += part == 1 ? leadingDigits(current) : current;
        if (end == std::string_view::npos || end + 1 == rest.size())
            break;
        rest.remove_prefix(end + 1);
    }
    return text;
}

struct NameAndVersion
{
    std::string name;
    std::string version = std::string(unknownVersion);
};

NameAndVersion named(std::string_view name, const AgentWord *word = nullptr)
{
    return {std::string(name), word ? versionText(*word) : std::string(unknownVersion)};
}

NameAndVersion systemOf(const AgentWords &agent)
{
    if (agent.system)
        return named(agent.system->tag, &*agent.system);
    for (const AgentWord &word : agent.words) {
        if (word.tag == "iOS" || (word.tag == "CPU OS" && agent.saysIos)
            || (word.tag == "Version" && agent.saysIos && agent.saysMacOs))
            return named("iOS", &word);
        if (word.tag == "Android" || word.tag == "Kindle" || word.tag == "Ubuntu")
            return named(word.tag, &word);
        if (word.tag.starts_with("Android"))
            return named("Android");
        if (word.tag == "ATV OS X" || word.tag == "Chromecast" || word.tag == "Red Hat")
            return named(word.tag);
    }
    if (agent.saysIos)
        return named("iOS");
    if (agent.saysMacOs)
        return named("Mac OS X");
    if (agent.saysWindows)
        return named("Windows");
    return named(agent.saysLinux ? "Linux" : "Other");
}

/// A browser that a word gives away by itself.
std::optional<NameAndVersion> browserOfWord(const AgentWord &word, const AgentWords &agent)
{
    if (word.tag == "Firefox")
        return named(agent.saysMobile ? "Firefox Mobile" : "Firefox", &word);
    if (word.tag == "Yahoo! Slurp")
        return named(word.tag);
    if (word.tag == "Silk")
        return agent.saysPlayStation ? named("NetFront NX") : named("Amazon Silk", &word);
    if (word.tag == "YaBrowser")
        return named("Yandex Browser", &word);
    if (word.tag == "Edge" || word.tag == "Opera")
        return named(std::string(word.tag) + (agent.saysMobile ? " Mobile" : ""), &word);
    if (word.tag == "NetFront NX" || word.tag == "axios" || word.tag == "HeadlessChrome")
        return named(word.tag, &word);
    return std::nullopt;
}

NameAndVersion chromeOf(const AgentWords &agent, const AgentWord &chrome)
{
    if (agent.find("Version"))
        return named("Chrome Mobile WebView", &chrome);
    if (agent.saysMobile && !chrome.version.empty() && !agent.saysHuawei)
        return named("Chrome Mobile", &chrome);
    const AgentWord *android = agent.find("Android");
    if (chrome.version.empty() && android)
        return named("Android", android);
    return named("Chrome", &chrome);
}

NameAndVersion browserOf(const AgentWords &agent)
{
    if (agent.browser)
        return named(agent.browser->tag, &*agent.browser);
    for (const AgentWord &word : agent.words) {
        if (auto browser = browserOfWord(word, agent))
            return *browser;
    }
    if (const AgentWord *chrome = agent.find("Chrome"))
        return chromeOf(agent, *chrome);
    if (const AgentWord *android = agent.find("Android"))
        return named("Android", android);
    if (agent.saysCfNetwork && !agent.words.empty()) {
        const AgentWord &app = agent.words.front();
        if (app.tag == "NetworkingExtension")
            return named("CFNetwork", agent.words.size() > 1 ? &agent.words[1] : nullptr);
        return named(app.tag, &app);
    }
    if (agent.saysSafari)
        return named(
            agent.saysMobile && !agent.saysMacOs ? "Mobile Safari" : "Safari", agent.find("Version"));
    if (agent.saysIos)
        return named("Mobile Safari UI/WKWebView");
    return named(agent.saysCrawler ? "crawler" : "Other");
}

} // namespace

UserAgent parseUserAgent(std::string_view text)
{
    const AgentWords agent = readAgentWords(text);
    NameAndVersion system = systemOf(agent);
    NameAndVersion browser = browserOf(agent);
    return {std::move(system.name), std::move(system.version), std::move(browser.name),
        std::move(browser.version)};
}

} // namespace Gatescope

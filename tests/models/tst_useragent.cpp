// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include <models/evaluation/useragent.h>
#include <tests/support/testregistry.h>

#include <QTest>

using namespace Gatescope;

/// User agents as the SDK (node-core 0.23.2) was seen to read them.
class TstUserAgent : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void names_data();
    void names();
    void anythingIsRead();
};

void TstUserAgent::names_data()
{
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *agent, const char *expected) {
        QTest::newRow(agent) << QString::fromUtf8(expected);
    };
    row("Mozilla/5.0 (Windows NT 6.1; WOW64; Trident/7.0; rv:11.0) like Gecko", "Windows|7|Other|0.0.0");
    row("Mozilla/5.0 (compatible; MSIE 10.0; Windows Phone 8.0; Trident/6.0; IEMobile/10.0; ARM; Touch; "
        "NOKIA; Lumia 920)",
        "Windows Phone|8.0|IE Mobile|10.0");
    row("Mozilla/5.0 (X11; Ubuntu; Linux x86_64; rv:109.0) Gecko/20100101 Firefox/119.0",
        "Ubuntu|0.0.0|Firefox|119.0");
    row("Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/118.0.0.0 "
        "Safari/537.36",
        "Chrome OS|14541.0.0|Chrome|118.0.0.0");
    row("Mozilla/5.0 (iPad; CPU OS 16_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/16.6 "
        "Mobile/15E148 Safari/604.1",
        "iOS|16.6|Mobile Safari|16.6");
    row("Mozilla/5.0 (iPhone; CPU iPhone OS 16_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) "
        "FxiOS/119.0 Mobile/15E148 Safari/605.1.15",
        "iOS|16.6|Firefox iOS|119.0");
    row("Mozilla/5.0 (Linux; Android 13; SM-S918B) AppleWebKit/537.36 (KHTML, like Gecko) "
        "SamsungBrowser/22.0 Chrome/111.0.5563.116 Mobile Safari/537.36",
        "Android|13|Samsung Internet|22.0");
    row("Mozilla/5.0 (Linux; Android 10; VOG-L29; HMSCore 6.11.0.302) AppleWebKit/537.36 (KHTML, like Gecko) "
        "Chrome/99.0.4844.88 HuaweiBrowser/13.0.5.303 Mobile Safari/537.36",
        "Android|10|Chrome|99.0.4844.88");
    row("Mozilla/5.0 (Linux; Android 13; Pixel 7 Build/TQ3A.230805.001; wv) AppleWebKit/537.36 (KHTML, like "
        "Gecko) Version/4.0 Chrome/118.0.0.0 Mobile Safari/537.36",
        "Android|13|Chrome Mobile WebView|118.0.0.0");
    row("Mozilla/5.0 (Linux; U; Android 4.0.3; ko-kr; LG-L160L Build/IML74K) AppleWebkit/534.30 (KHTML, like "
        "Gecko) Version/4.0 Mobile Safari/534.30",
        "Android|4.0.3|Android|4.0.3");
    row("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
        "Chrome/116.0.5845.2273 YaBrowser/23.9.5.679 Yowser/2.5 Safari/537.36",
        "Windows|10|Yandex Browser|23.9.5");
    row("Mozilla/5.0 (Windows NT 6.2; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/109.0.0.0 "
        "Safari/537.36",
        "Windows|0.0.0|Chrome|109.0.0.0");
    row("AppleTV11,1/11.1", "ATV OS X|0.0.0|Other|0.0.0");
    row("Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)", "Other|0.0.0|bingbot|2.0");
    row("SomeBot/1.0 OtherBot/2.0", "Other|0.0.0|SomeBot|1.0");
    row("Better Uptime Bot FooBot", "Other|0.0.0|Better Uptime Bot|0.0.0");
    row("MyApp/3.4.5 (iPhone; iOS 17.1; Scale/3.00)", "iOS|17.1|Mobile Safari UI/WKWebView|0.0.0");
    row("NetworkingExtension/8615.2.9.10.4 CFNetwork/1408.0.4 Darwin/22.5.0 Mac",
        "iOS|0.0.0|CFNetwork|22.5.0");
    row("Mozilla/5.0 (X11; Linux x86_64; Quest 2) AppleWebKit/537.36 (KHTML, like Gecko) "
        "OculusBrowser/18.1.0.2.46 Chrome/95.0.4638.74 VR Safari/537.36",
        "Android|0.0.0|Chrome|95.0.4638.74");
    row("Firefox/3_4_5_6_7", "Other|0.0.0|Firefox|3.4.5.6");
    row("Android; 6.1", "Android|0.0.0|Android|0.0.0");
    row("iOS; GSA/1.2", "iOS|0.0.0|Google|1.2");
    row("Mac OS 9", "Mac OS X|9|Other|0.0.0");
    row("MSIE; 7.0", "Other|0.0.0|Other|0.0.0");
    row("curl/8.0", "Other|0.0.0|Other|0.0.0");
}

void TstUserAgent::names()
{
    QFETCH(QString, expected);
    const UserAgent agent = parseUserAgent(QTest::currentDataTag());
    QCOMPARE(QString::fromStdString(
                 agent.osName + '|' + agent.osVersion + '|' + agent.browserName + '|' + agent.browserVersion),
        expected);
}

void TstUserAgent::anythingIsRead()
{
    for (const char *text : {"", " ", ";", "CFNetwork", "Mac", "Mac OS", "CrOS", "CrOS a", "Windows NT",
             "iPhone OS", "/", "//;;::", "\xff\xfe", "Version", "CPU OS 1.2.3.4.5.6 iPad"})
        QVERIFY(!parseUserAgent(text).osName.empty());
}

GATESCOPE_TEST(TstUserAgent)
#include "tst_useragent.moc"

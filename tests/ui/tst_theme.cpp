// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include <tests/support/testregistry.h>

#include <ui/theme/theme.h>
#include <ui/theme/tokens.h>

#include <QApplication>
#include <QFontInfo>
#include <QMetaEnum>
#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace Gatescope;

/// The theme against the numbers of the design.
class TstTheme : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void contrast_data();
    void contrast();
    void connectionColorsAreSeen();
    void highContrastStaysReadable_data();
    void highContrastStaysReadable();
    void iconsRender_data();
    void iconsRender();
    void iconsFollowTheTheme();
    void fontsScale();
    void rowsHoldTheirText();
    void changedOnlyWhenSomethingDid();
};

namespace {

double channel(double value)
{
    return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

/// WCAG 2.1 relative luminance.
double luminance(const QColor &color)
{
    return 0.2126 * channel(color.redF()) + 0.7152 * channel(color.greenF())
        + 0.0722 * channel(color.blueF());
}

double contrastOf(const QColor &a, const QColor &b)
{
    const auto [darker, lighter] = std::minmax({luminance(a), luminance(b)});
    return (lighter + 0.05) / (darker + 0.05);
}

PreferenceValues preferences(ThemeChoice theme, int fontPercent = 100)
{
    PreferenceValues values;
    values.theme = theme;
    values.fontPercent = fontPercent;
    return values;
}

} // namespace

using Color = Theme::Color;

void TstTheme::contrast_data()
{
    QTest::addColumn<Color>("foreground");
    QTest::addColumn<Color>("background");
    QTest::addColumn<double>("light");
    QTest::addColumn<double>("dark");
    const auto row = [](const char *name, Color foreground, Color background, double light, double dark) {
        QTest::newRow(name) << foreground << background << light << dark;
    };
    row("control border on background", Color::ControlBorder, Color::Background, 3.1, 4.6);
    row("control border on surface", Color::ControlBorder, Color::Surface, 3.4, 4.2);
    row("control border on raised", Color::ControlBorder, Color::Raised, 3.3, 3.7);
    row("text on background", Color::Text, Color::Background, 15.2, 14.8);
    row("text on surface", Color::Text, Color::Surface, 16.9, 13.7);
    row("text on selection", Color::Text, Color::Selection, 13.4, 9.5);
    row("muted on background", Color::TextMuted, Color::Background, 5.7, 7.7);
    row("muted on surface", Color::TextMuted, Color::Surface, 6.4, 7.1);
    row("muted on selection", Color::TextMuted, Color::Selection, 5.1, 5.0);
    row("disabled on background", Color::TextDisabled, Color::Background, 4.7, 6.5);
    row("disabled on surface", Color::TextDisabled, Color::Surface, 5.2, 6.0);
    row("accent on surface", Color::Accent, Color::Surface, 6.6, 7.2);
    row("accent on selection", Color::Accent, Color::Selection, 5.3, 5.0);
    row("accent text on accent", Color::AccentText, Color::Accent, 6.6, 7.8);
    row("accent on accent-soft", Color::Accent, Color::AccentSoft, 5.8, 5.8);
    row("pass on surface", Color::Pass, Color::Surface, 6.1, 8.2);
    row("pass on selection", Color::Pass, Color::Selection, 4.9, 5.7);
    row("pass on pass-bg", Color::Pass, Color::PassBackground, 5.4, 6.7);
    row("text on pass-bg", Color::Text, Color::PassBackground, 14.8, 11.3);
    row("fail on surface", Color::Fail, Color::Surface, 6.5, 7.6);
    row("fail on fail-bg", Color::Fail, Color::FailBackground, 5.5, 6.7);
    row("text on fail-bg", Color::Text, Color::FailBackground, 14.5, 12.1);
    row("undetermined on surface", Color::Undetermined, Color::Surface, 7.2, 8.3);
    row("undetermined on its bg", Color::Undetermined, Color::UndeterminedBackground, 6.1, 7.2);
    row("text on undetermined-bg", Color::Text, Color::UndeterminedBackground, 14.4, 11.9);
    row("warning on surface", Color::Warning, Color::Surface, 6.8, 9.3);
    row("warning on warning-bg", Color::Warning, Color::WarningBackground, 6.2, 7.8);
    row("text on warning-bg", Color::Text, Color::WarningBackground, 15.4, 11.6);
    row("error on surface", Color::Error, Color::Surface, 7.5, 7.7);
    row("error on error-bg", Color::Error, Color::ErrorBackground, 6.4, 6.7);
    row("text on error-bg", Color::Text, Color::ErrorBackground, 14.4, 12.0);
    row("focus ring on background", Color::FocusRing, Color::Background, 6.0, 10.1);
    row("focus ring on surface", Color::FocusRing, Color::Surface, 6.6, 9.4);
    row("focus ring on raised", Color::FocusRing, Color::Raised, 6.4, 8.3);
}

void TstTheme::contrast()
{
    QFETCH(Color, foreground);
    QFETCH(Color, background);
    QFETCH(double, light);
    QFETCH(double, dark);
    Theme &theme = Theme::install(preferences(ThemeChoice::Light));
    const double lightContrast = contrastOf(theme.color(foreground), theme.color(background));
    QVERIFY2(std::abs(lightContrast - light) < 0.1, qPrintable(QString::number(lightContrast)));
    theme.apply(preferences(ThemeChoice::Dark));
    const double darkContrast = contrastOf(theme.color(foreground), theme.color(background));
    QVERIFY2(std::abs(darkContrast - dark) < 0.1, qPrintable(QString::number(darkContrast)));
}

/// What is drawn of them is a stripe, no text: 3 to 1 (WCAG 2.1, 1.4.11).
void TstTheme::connectionColorsAreSeen()
{
    for (const auto choice : {ThemeChoice::Light, ThemeChoice::Dark}) {
        const Theme &theme = Theme::install(preferences(choice));
        QSet<QRgb> all;
        for (const Color ink : {Color::ConnectionBlue, Color::ConnectionTeal, Color::ConnectionGreen,
                 Color::ConnectionViolet, Color::ConnectionPink}) {
            all.insert(theme.color(ink).rgb());
            for (const Color ground : {Color::Background, Color::Surface, Color::Raised, Color::Selection})
                QVERIFY2(contrastOf(theme.color(ink), theme.color(ground)) >= 3,
                    qPrintable(theme.color(ink).name()));
        }
        QCOMPARE(all.size(), 5);
    }
}

void TstTheme::highContrastStaysReadable_data()
{
    QTest::addColumn<QColor>("text");
    QTest::addColumn<QColor>("base");
    QTest::newRow("white on black") << QColor(Qt::white) << QColor(Qt::black);
    QTest::newRow("black on white") << QColor(Qt::black) << QColor(Qt::white);
    QTest::newRow("yellow on black") << QColor(Qt::yellow) << QColor(Qt::black);
}

void TstTheme::highContrastStaysReadable()
{
    QFETCH(QColor, text);
    QFETCH(QColor, base);
    QPalette system(text, base);
    system.setColor(QPalette::Base, base);
    system.setColor(QPalette::Window, base);
    system.setColor(QPalette::WindowText, text);
    const Tokens tokens = Tokens::fromSystem(system);
    for (const Color background : {Color::Background, Color::Surface, Color::Raised, Color::Selection,
             Color::AccentSoft, Color::ErrorBackground, Color::WarningBackground}) {
        for (const Color ink : {Color::Text, Color::TextMuted, Color::TextDisabled, Color::Pass, Color::Fail,
                 Color::Error, Color::ControlBorder, Color::FocusRing})
            QVERIFY(contrastOf(tokens[ink], tokens[background]) >= 7);
    }
    QVERIFY(contrastOf(tokens[Color::AccentText], tokens[Color::Accent]) >= 7);
    QCOMPARE(tokens[Color::Text], text);
}

void TstTheme::iconsRender_data()
{
    QTest::addColumn<int>("icon");
    const QMetaEnum icons = QMetaEnum::fromType<Theme::Icon>();
    for (int i = 0; i < icons.keyCount(); ++i)
        QTest::newRow(icons.key(i)) << icons.value(i);
}

void TstTheme::iconsRender()
{
    QFETCH(int, icon);
    Theme &theme = Theme::install(preferences(ThemeChoice::Light));
    for (const ThemeChoice choice : {ThemeChoice::Light, ThemeChoice::Dark}) {
        theme.apply(preferences(choice));
        for (const qreal ratio : {1.0, 1.25, 1.5, 2.0}) {
            const QImage image = theme.pixmap(Theme::Icon(icon), Color::Text, 16, ratio).toImage();
            QCOMPARE(image.width(), int(std::lround(16 * ratio)));
            int inked = 0;
            bool strayColor = false;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x) {
                    const QColor pixel = image.pixelColor(x, y);
                    inked += pixel.alpha() > 127;
                    strayColor |= pixel.alpha() > 250 && contrastOf(pixel, theme.color(Color::Text)) > 1.1;
                }
            }
            QVERIFY2(inked >= 9, "almost nothing is drawn");
            QVERIFY(inked < image.width() * image.height() / 2);
            QVERIFY(!strayColor);
        }
    }
}

void TstTheme::iconsFollowTheTheme()
{
    Theme &theme = Theme::install(preferences(ThemeChoice::Light));
    const QIcon icon = theme.icon(Theme::Icon::Run, Color::Accent);
    const QImage light = icon.pixmap(QSize(16, 16), 1.0).toImage();
    theme.apply(preferences(ThemeChoice::Dark));
    const QImage dark = icon.pixmap(QSize(16, 16), 1.0).toImage();
    QVERIFY(!light.isNull());
    QVERIFY(light != dark);
    QCOMPARE(icon.pixmap(QSize(20, 20), 1.5).size(), QSize(30, 30));
    const QImage disabled = icon.pixmap(QSize(16, 16), 1.0, QIcon::Disabled).toImage();
    QVERIFY(disabled != dark);
}

void TstTheme::fontsScale()
{
    Theme &theme = Theme::install(preferences(ThemeChoice::Light));
    QCOMPARE(theme.font(Theme::Font::Body).pointSizeF(), 9.75);
    QCOMPARE(theme.font(Theme::Font::Headline).pointSizeF(), 13.5);
    QCOMPARE(QApplication::font().pointSizeF(), 9.75);
    QVERIFY(QFontInfo(theme.font(Theme::Font::Mono)).fixedPitch());
    QCOMPARE(theme.rowHeight(), 28);
    QCOMPARE(theme.scaled(12), 12);
    theme.apply(preferences(ThemeChoice::Light, 150));
    QCOMPARE(theme.font(Theme::Font::Body).pointSizeF(), 14.625);
    QCOMPARE(QApplication::font().pointSizeF(), 14.625);
    QCOMPARE(theme.scaled(12), 18);
}

void TstTheme::rowsHoldTheirText()
{
    Theme &theme = Theme::install(preferences(ThemeChoice::Light));
    for (const int percent : {75, 100, 150, 200}) {
        theme.apply(preferences(ThemeChoice::Light, percent));
        const int text = QFontMetrics(theme.font(Theme::Font::Body)).height();
        QVERIFY(theme.rowHeight() >= text + 4);
        QVERIFY(theme.nestedRowHeight() >= text + 2);
        QVERIFY(theme.nestedRowHeight() <= theme.rowHeight());
    }
}

void TstTheme::changedOnlyWhenSomethingDid()
{
    Theme &theme = Theme::install(preferences(ThemeChoice::Light));
    QSignalSpy changes(&theme, &Theme::changed);
    PreferenceValues values = preferences(ThemeChoice::Light);
    values.idleTimeout = std::chrono::seconds(7);
    theme.apply(values);
    QCOMPARE(changes.count(), 0);
    theme.apply(preferences(ThemeChoice::Dark));
    QCOMPARE(changes.count(), 1);
    QVERIFY(theme.isDark());
    QCOMPARE(QApplication::palette().color(QPalette::Window), theme.color(Color::Background));
}

GATESCOPE_TEST(TstTheme)
#include "tst_theme.moc"

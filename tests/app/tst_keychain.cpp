// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include <app/storage/keychainsecretstore.h>
#include <tests/support/testregistry.h>

#include <QDirIterator>
#include <QElapsedTimer>
#include <QFile>
#include <QLocalServer>
#include <QTemporaryDir>
#include <QTest>

using namespace Gatescope;

namespace {

constexpr int patience = 30'000;

/// Waits for one answer of the store.
template<class T>
struct Answer
{
    QObject context;
    std::optional<Result<T>> result;

    auto callback()
    {
        return [this](const Result<T> &answer) { result = answer; };
    }
    bool wait()
    {
        return QTest::qWaitFor([this] { return result.has_value(); }, patience);
    }
    ErrorCode code() const { return result && !*result ? result->error().code : ErrorCode::Internal; }
};

} // namespace

/// Run twice: without a D-Bus session, and beside a real secret service (GATESCOPE_TEST_KEYRING).
class TstKeychain : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void storesReadsAndRemoves();
    void aMissingKeySaysSo();
    void storingReplacesTheKeyOfThisRun();
    void withoutAServiceItSaysSo();
    void thisRunOnlyWinsAndIsForgotten();
    void fixedKeysNeedNoKeychain();
    void aDeadContextIsNotCalled();
    void nothingReadableIsWrittenToFiles();
    void aHungServiceIsGivenUp();

private:
    bool hasKeyring() const { return qEnvironmentVariableIsSet("GATESCOPE_TEST_KEYRING"); }
    QHash<QString, QString> m_fixed {{QStringLiteral("sandbox"), QStringLiteral("secret-sandbox")}};
    std::unique_ptr<KeychainSecretStore> m_store;
    const QString m_id = QStringLiteral("connection-1");
    const QString m_key = QStringLiteral("secret-canary-84f3Qa");
};

void TstKeychain::init()
{
    m_store = std::make_unique<KeychainSecretStore>(m_fixed);
}

void TstKeychain::storesReadsAndRemoves()
{
    if (!hasKeyring())
        return;
    Answer<void> written;
    m_store->write(m_id, m_key, SecretStore::Keep::Stored, &written.context, written.callback());
    QVERIFY(!written.result); // asynchronous
    QVERIFY(written.wait());
    QVERIFY2(written.result->has_value(), "the secret service did not keep the key");

    // Another store of the same program, as after a restart.
    KeychainSecretStore next(m_fixed);
    Answer<QString> read;
    next.read(m_id, &read.context, read.callback());
    QVERIFY(read.wait());
    QCOMPARE(read.result->value_or(QString()), m_key);

    for (int i = 0; i < 2; ++i) { // removing what is not there is no error
        Answer<void> removed;
        next.remove(m_id, &removed.context, removed.callback());
        QVERIFY(removed.wait());
        QVERIFY(removed.result->has_value());
    }
    Answer<QString> gone;
    next.read(m_id, &gone.context, gone.callback());
    QVERIFY(gone.wait());
    QCOMPARE(gone.code(), ErrorCode::KeyMissing);
}

void TstKeychain::aMissingKeySaysSo()
{
    if (!hasKeyring())
        return;
    Answer<QString> read;
    m_store->read(QStringLiteral("never-stored"), &read.context, read.callback());
    QVERIFY(read.wait());
    QCOMPARE(read.code(), ErrorCode::KeyMissing);
    QVERIFY(read.result->error().message.contains(QStringLiteral("enter the key again")));
}

void TstKeychain::storingReplacesTheKeyOfThisRun()
{
    if (!hasKeyring())
        return;
    Answer<void> forNow;
    m_store->write(m_id, QStringLiteral("secret-old"), SecretStore::Keep::ThisRunOnly, &forNow.context,
        forNow.callback());
    QVERIFY(forNow.wait());
    Answer<void> stored;
    m_store->write(m_id, m_key, SecretStore::Keep::Stored, &stored.context, stored.callback());
    QVERIFY(stored.wait());
    Answer<QString> read;
    m_store->read(m_id, &read.context, read.callback());
    QVERIFY(read.wait());
    QCOMPARE(read.result->value_or(QString()), m_key);
}

void TstKeychain::withoutAServiceItSaysSo()
{
    if (hasKeyring())
        return;
    Answer<QString> read;
    m_store->read(m_id, &read.context, read.callback());
    QVERIFY(read.wait());
    QCOMPARE(read.code(), ErrorCode::KeychainUnavailable);
    QVERIFY(read.result->error().message.contains(QStringLiteral("for this run only")));

    Answer<void> written;
    m_store->write(m_id, m_key, SecretStore::Keep::Stored, &written.context, written.callback());
    QVERIFY(written.wait());
    QCOMPARE(written.code(), ErrorCode::KeychainUnavailable);
    const Error error = written.result->error();
    QVERIFY(!error.message.contains(m_key) && !error.detail.contains(m_key));
}

void TstKeychain::thisRunOnlyWinsAndIsForgotten()
{
    Answer<void> written;
    m_store->write(m_id, m_key, SecretStore::Keep::ThisRunOnly, &written.context, written.callback());
    QVERIFY(!written.result);
    QVERIFY(written.wait());
    QVERIFY(written.result->has_value());

    Answer<QString> read;
    m_store->read(m_id, &read.context, read.callback());
    QVERIFY(read.wait());
    QCOMPARE(read.result->value_or(QString()), m_key);

    Answer<void> removed;
    m_store->remove(m_id, &removed.context, removed.callback());
    QVERIFY(removed.wait());
    Answer<QString> gone;
    m_store->read(m_id, &gone.context, gone.callback());
    QVERIFY(gone.wait());
    QCOMPARE(gone.code(), hasKeyring() ? ErrorCode::KeyMissing : ErrorCode::KeychainUnavailable);
}

void TstKeychain::fixedKeysNeedNoKeychain()
{
    Answer<void> removed;
    m_store->remove(QStringLiteral("sandbox"), &removed.context, removed.callback());
    QVERIFY(removed.wait());
    QVERIFY(removed.result->has_value());
    Answer<QString> read;
    m_store->read(QStringLiteral("sandbox"), &read.context, read.callback());
    QVERIFY(read.wait());
    QCOMPARE(read.result->value_or(QString()), QStringLiteral("secret-sandbox"));
}

void TstKeychain::aDeadContextIsNotCalled()
{
    int calls = 0;
    for (const QString &id : {QStringLiteral("sandbox"), m_id}) {
        auto context = std::make_unique<QObject>();
        m_store->read(id, context.get(), [&calls](const Result<QString> &) { ++calls; });
    }
    // An answer asked for later comes later.
    Answer<QString> after;
    m_store->read(QStringLiteral("another"), &after.context, after.callback());
    QVERIFY(after.wait());
    QCOMPARE(calls, 0);
}

void TstKeychain::nothingReadableIsWrittenToFiles()
{
    if (!hasKeyring())
        return;
    Answer<void> written;
    m_store->write(m_id, m_key, SecretStore::Keep::Stored, &written.context, written.callback());
    QVERIFY(written.wait());
    QDirIterator it(QDir::homePath(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        const QString name = it.next();
        if (name.contains(QStringLiteral("/keyrings/"))) // the service's own file, its own business
            continue;
        QFile file(name);
        if (file.open(QIODevice::ReadOnly))
            QVERIFY2(!file.readAll().contains("canary"), qPrintable(name));
    }
}

/// Last, since the backend stays stuck: a bus that accepts connections and never says a word.
void TstKeychain::aHungServiceIsGivenUp()
{
    if (hasKeyring())
        return; // this process already talks to a bus that answers
    QTemporaryDir folder;
    QLocalServer silent;
    QVERIFY(silent.listen(folder.filePath(QStringLiteral("bus"))));
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=" + QFile::encodeName(silent.fullServerName()));

    KeychainSecretStore::Options options;
    options.limit = std::chrono::milliseconds(200);
    KeychainSecretStore store(m_fixed, options);
    QElapsedTimer clock;
    clock.start();
    Answer<QString> first;
    Answer<QString> second; // queued behind the stuck one
    store.read(m_id, &first.context, first.callback());
    store.read(m_id, &second.context, second.callback());
    QVERIFY2(clock.elapsed() < 10'000, "asking the keychain blocked");
    QVERIFY(first.wait());
    QVERIFY(second.wait());
    QCOMPARE(first.code(), ErrorCode::KeychainUnavailable);
    QCOMPARE(second.code(), ErrorCode::KeychainUnavailable);
    QVERIFY(first.result->error().message.contains(QStringLiteral("did not answer")));
}

GATESCOPE_TEST(TstKeychain)
#include "tst_keychain.moc"

// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT

// bench_startup APP BARE: starts both by turns and prints one JSON object a row. No Qt here, since a process
// that maps Qt's libraries takes a share of their pages and would make both look smaller.

#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <optional>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

namespace {

constexpr int runs = 7;
constexpr double aim = 2.0;
constexpr auto settleTime = std::chrono::seconds(5);
constexpr auto patience = std::chrono::seconds(60);

using Clock = std::chrono::steady_clock; // CLOCK_MONOTONIC, as the programs under test print it

struct Measure
{
    double milliseconds = 0;
    double mebibytes = 0;
};

/// A program under test, with its standard output in a pipe.
class Child
{
public:
    explicit Child(const char *program)
    {
        std::array<int, 2> ends {};
        if (::pipe(ends.data()) != 0)
            throw std::runtime_error("no pipe");
        m_output = ends[0];
        posix_spawn_file_actions_t actions;
        posix_spawn_file_actions_init(&actions);
        posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
        posix_spawn_file_actions_addclose(&actions, ends[0]);
        std::string name = program;
        std::array<char *, 2> arguments {name.data(), nullptr};
        m_started = Clock::now();
        const int error = posix_spawn(&m_pid, program, &actions, nullptr, arguments.data(), environ);
        posix_spawn_file_actions_destroy(&actions);
        ::close(ends[1]);
        if (error != 0)
            throw std::runtime_error(name + ": " + std::strerror(error));
    }
    Child(const Child &) = delete;
    Child &operator=(const Child &) = delete;
    ~Child()
    {
        ::kill(m_pid, SIGKILL);
        ::waitpid(m_pid, nullptr, 0);
        ::close(m_output);
    }

    /// From just before the process was made to the moment it printed.
    double millisecondsToReady()
    {
        const std::string word = "ready ";
        std::string text;
        while (true) {
            const size_t at = text.find(word);
            if (at != std::string::npos && text.find('\n', at) != std::string::npos) {
                const std::chrono::nanoseconds ready(std::stoll(text.substr(at + word.size())));
                return std::chrono::duration<double, std::milli>(ready - m_started.time_since_epoch())
                    .count();
            }
            text += nextOutput();
        }
    }

    double mebibytes() const
    {
        std::ifstream rollup("/proc/" + std::to_string(m_pid) + "/smaps_rollup");
        for (std::string line; std::getline(rollup, line);) {
            if (line.starts_with("Pss:"))
                return std::stod(line.substr(4)) / 1024;
        }
        throw std::runtime_error("no Pss in smaps_rollup");
    }

private:
    std::string nextOutput() const
    {
        pollfd wait {m_output, POLLIN, 0};
        const auto left =
            std::chrono::duration_cast<std::chrono::milliseconds>(m_started + patience - Clock::now());
        if (left.count() <= 0 || ::poll(&wait, 1, int(left.count())) <= 0)
            throw std::runtime_error("not ready within a minute");
        std::array<char, 4096> buffer;
        const ssize_t size = ::read(m_output, buffer.data(), buffer.size());
        if (size <= 0)
            throw std::runtime_error("ended before it was ready");
        return {buffer.data(), size_t(size)};
    }

    pid_t m_pid = 0;
    int m_output = -1;
    Clock::time_point m_started;
};

Measure measure(const char *program)
{
    try {
        Child child(program);
        Measure result;
        result.milliseconds = child.millisecondsToReady();
        std::this_thread::sleep_for(settleTime);
        result.mebibytes = child.mebibytes();
        return result;
    } catch (const std::exception &error) {
        std::fprintf(stderr, "%s: %s\n", program, error.what());
        std::exit(1);
    }
}

double median(std::vector<Measure> measures, double Measure::*member)
{
    std::ranges::sort(measures, {}, member);
    return measures.at(measures.size() / 2).*member;
}

void printRow(const char *name, double value, double bare, const char *unit)
{
    const double ratio = value / bare;
    std::printf("{\"name\":\"%s\",\"value\":%.1f,\"unit\":\"%s\",\"ratio\":%.2f,"
                "\"versus\":\"a bare Qt main window, %.1f %s\",\"aim\":\"ratio <= %.0f\",\"ok\":%s}\n",
        name, value, unit, ratio, bare, unit, aim, ratio <= aim ? "true" : "false");
}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 3) {
        std::fprintf(stderr, "usage: bench_startup APP BARE\n");
        return 2;
    }
    measure(argv[2]); // fills the page cache for both
    measure(argv[1]);
    std::vector<Measure> app;
    std::vector<Measure> bare;
    for (int i = 0; i < runs; ++i) {
        std::fprintf(stderr, "\rstart-up: run %d of %d", i + 1, runs);
        app.push_back(measure(argv[1]));
        bare.push_back(measure(argv[2]));
    }
    std::fprintf(stderr, "\n");
    printRow("start-up to the first frame with the sandbox's names", median(app, &Measure::milliseconds),
        median(bare, &Measure::milliseconds), "ms");
    printRow("memory 5 s after start-up (PSS)", median(app, &Measure::mebibytes),
        median(bare, &Measure::mebibytes), "MiB");
    return 0;
}

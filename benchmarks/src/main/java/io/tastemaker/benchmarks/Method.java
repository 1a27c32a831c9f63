package io.tastemaker.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** How and on what the figures of a folder were measured. */
public final class Method {

    private static final Path PROCESSOR = Path.of("/proc/cpuinfo");
    private static final Path MEMORY = Path.of("/proc/meminfo");

    private Method() {}

    /**
     * Writes it.
     *
     * @param arguments the folder, the version of PostgreSQL, and the command that measured, word by word
     * @throws IOException when it cannot be written
     */
    public static void main(String[] arguments) throws IOException {
        String text = String.format(Locale.ROOT, """
                # How this was measured

                `%s`

                | machine | |
                |---|---|
                | processor | %s, %d cores |
                | memory | %s |
                | system | %s %s |
                | Java | %s %s |
                | PostgreSQL | %s, embedded, fsync on |
                | seed | %d for questions, %d for creators |

                * The creators come from `./run sample` and were imported by `./run import --team operator`. Searches are an operator's, who pays
                  nothing. The program runs as `./run serve`, the servers it is compared with under the same options of the virtual machine.
                * The load comes from one thread of another process over connections that are kept open; each sends its next request when the
                  last one is answered. Every status is checked: 503, too busy, is counted apart, anything else but 200 ends the run. Of the
                  searches ranked in memory every thousandth is asked of SQL again and must name the same creators in the same order.
                * Fresh searches are all different, four with the filters of a campaign to one without; cached ones are 32 questions over and
                  over; mixed are nine cached to one fresh.
                * What is compared takes turns in slices of some seconds after a second of warming up. A figure is the median of its slices.
                * The route that is bare is served by the same HTTP server in a process of its own, is sent the same requests by a caller that it
                  knows and counts alike, and does not look at them.
                * While importing, lists of 5,000 known creators with other numbers are sent, two a second, or as fast as they are taken.
                * Rankings of ten million creators are measured in memory, without HTTP: to import so many takes hours, and a ranking does not
                  touch the store.
                """, String.join(" ", List.of(arguments).subList(2, arguments.length)), line(PROCESSOR, "model name"),
                Runtime.getRuntime().availableProcessors(), line(MEMORY, "MemTotal"), System.getProperty("os.name"), System.getProperty("os.version"),
                System.getProperty("java.vendor"), Runtime.version(), arguments[1], LoadRun.SEED, SampleCandidates.SEED);
        Files.writeString(Path.of(arguments[0]).resolve("method.md"), text);
    }

    private static String line(Path file, String begin) throws IOException {
        if (!Files.exists(file)) {
            return "unknown";
        }
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(begin)).map(line -> line.substring(line.indexOf(':') + 1).strip()).findFirst()
                    .orElse("unknown");
        }
    }
}

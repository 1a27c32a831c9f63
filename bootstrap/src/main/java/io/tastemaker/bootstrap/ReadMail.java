package io.tastemaker.bootstrap;

import io.tastemaker.adapters.integrations.operations.MailFolder;
import java.io.PrintStream;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Shows the development mailbox: letters that go to no mail server. Reads files only, so that it needs no running server. */
record ReadMail() implements Command {

    private static final Pattern LINK = Pattern.compile("https?://\\S+");

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private record Numbered(int number, MailFolder.Received mail) {}

    @Override
    public String name() {
        return "mail";
    }

    @Override
    public String usage() {
        return "mail [NUMBER | latest] [--to ADDRESS] [--link] [--wait SECONDS]";
    }

    @Override
    public String summary() {
        return "lists the letters of the development mailbox, the newest last, or prints one of them; with --link only the first link in it; "
                + "with --wait it waits for the letter to come";
    }

    @Override
    public int run(List<String> arguments, Map<String, String> environment, PrintStream out) {
        Arguments given = new Arguments(arguments, Set.of("to", "wait"), Set.of("link"));
        Optional<String> which = given.word(0);
        Optional<String> to = given.option("to");
        boolean link = given.flag("link");
        Optional<Long> wait = given.count("wait");
        if (which.filter(word -> !word.equals("latest") && !word.matches("[1-9]\\d{0,8}")).isPresent()) {
            given.fault("a letter is named by its number or by 'latest'");
        }
        if (link && which.isEmpty()) {
            given.fault("--link needs a letter: its number or 'latest'");
        }
        if (wait.isPresent() && which.isEmpty()) {
            given.fault("--wait needs a letter: its number or 'latest'");
        }
        given.check(1);
        Settings settings = Settings.from(environment);
        Predicate<MailFolder.Received> wanted = letter -> to.map(address -> address.equalsIgnoreCase(letter.letter().to())).orElse(true);
        if (which.isEmpty()) {
            list(letters(settings, wanted), out);
            return 0;
        }
        Predicate<Numbered> named = letter -> which.get().equals("latest") || letter.number() == Integer.parseInt(which.get());
        MailFolder.Received mail = await(wait.map(Duration::ofSeconds).orElse(Duration.ZERO),
                () -> letters(settings, wanted).stream().filter(named).reduce((older, newer) -> newer))
                .orElseThrow(() -> new Failed("There is no such letter. './run mail' lists them."))
                .mail();
        out.println(link ? firstLink(mail) : text(mail));
        return 0;
    }

    private static Optional<Numbered> await(Duration atMost, Supplier<Optional<Numbered>> look) {
        long end = System.nanoTime() + atMost.toNanos();
        Optional<Numbered> found = look.get();
        while (found.isEmpty() && System.nanoTime() < end) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            found = look.get();
        }
        return found;
    }

    private static List<Numbered> letters(Settings settings, Predicate<MailFolder.Received> wanted) {
        List<MailFolder.Received> all = new MailFolder(settings.mailDirectory(), InstantSource.system()).letters();
        return IntStream.range(0, all.size())
                .filter(index -> wanted.test(all.get(index)))
                .mapToObj(index -> new Numbered(index + 1, all.get(index)))
                .toList();
    }

    private static void list(List<Numbered> letters, PrintStream out) {
        if (letters.isEmpty()) {
            out.println("There are no letters.");
        }
        letters.forEach(letter -> out.printf("%4d  %s  %s  %s%n", letter.number(), letter.mail().time().truncatedTo(ChronoUnit.SECONDS),
                letter.mail().letter().to(), letter.mail().letter().subject()));
    }

    private static String firstLink(MailFolder.Received mail) {
        return LINK.matcher(mail.letter().text()).results().map(MatchResult::group).findFirst()
                .orElseThrow(() -> new Failed("There is no link in this letter."));
    }

    private static String text(MailFolder.Received mail) {
        return "Date: " + mail.time() + "\nTo: " + mail.letter().to() + "\nSubject: " + mail.letter().subject() + "\n\n"
                + mail.letter().text().stripTrailing();
    }
}

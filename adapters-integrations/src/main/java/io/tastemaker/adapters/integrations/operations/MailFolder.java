package io.tastemaker.adapters.integrations.operations;

import io.tastemaker.application.operations.out.MailTransport;
import io.tastemaker.application.shared.Letter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A mailbox of files, one for each letter, for who tries the program without a mail server. The file of a letter is named by its id,
 * so that the same letter twice is one file; ids of this program begin with the time, so that the names are in the order of posting.
 */
public final class MailFolder implements MailTransport {

    private static final Pattern MESSAGE_ID = Pattern.compile("[A-Za-z0-9-]{1,64}");
    private static final String LETTER = ".eml";
    private static final String HALF = ".half";
    private static final String TIME = "Date: ";
    private static final String TO = "To: ";
    private static final String SUBJECT = "Subject: ";

    /**
     * A letter in the mailbox.
     *
     * @param messageId its id
     * @param time when it was delivered, to the millisecond
     * @param letter the letter
     */
    public record Received(String messageId, Instant time, Letter letter) {}

    private final Path directory;
    private final InstantSource clock;

    /**
     * A mailbox; its directory is made with the first letter.
     *
     * @param directory where the letters are
     * @param clock tells when they arrive
     */
    public MailFolder(Path directory, InstantSource clock) {
        this.directory = directory;
        this.clock = clock;
    }

    @Override
    public Delivery deliver(String messageId, Letter letter) {
        if (!MESSAGE_ID.matcher(messageId).matches()) {
            throw new IllegalArgumentException("no message id");
        }
        try {
            Path file = directory.resolve(messageId + LETTER);
            if (!Files.exists(file)) {
                makeDirectory();
                write(file, text(letter));
            }
            return new Delivery.Delivered();
        } catch (IOException failure) {
            return new Delivery.Failed("the mailbox cannot be written: " + failure.getClass().getSimpleName());
        }
    }

    /**
     * What is in the mailbox.
     *
     * @return the letters, the newest last
     */
    public List<Received> letters() {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().endsWith(LETTER))
                    .map(MailFolder::read)
                    .sorted(Comparator.comparing(Received::time).thenComparing(Received::messageId))
                    .toList();
        } catch (NoSuchFileException noLetterYet) {
            return List.of();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void makeDirectory() throws IOException {
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(directory.getParent());
            Files.createDirectories(directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
    }

    /** Readers see the whole letter or none, on the disk for good. */
    private void write(Path file, String text) throws IOException {
        Path half = Files.createTempFile(directory, file.getFileName().toString(), HALF,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(half, text);
            try (FileChannel channel = FileChannel.open(half, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(half);
        }
    }

    private String text(Letter letter) {
        return TIME + clock.instant().truncatedTo(ChronoUnit.MILLIS) + "\n" + TO + letter.to() + "\n" + SUBJECT + letter.subject() + "\n\n" + letter.text();
    }

    private static Received read(Path file) {
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            String[] parts = text.split("\n", 5);
            String name = file.getFileName().toString();
            return new Received(name.substring(0, name.length() - LETTER.length()), Instant.parse(parts[0].substring(TIME.length())),
                    new Letter(parts[1].substring(TO.length()), parts[2].substring(SUBJECT.length()), parts[4]));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

package io.tastemaker.adapters.integrations.standin;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** Answers a question for an account in every way that it should not be answered. */
record Spoiler(StandInAccount account, String retryAfter) {

    private static final String MIME = "application/json";
    private static final int MEGABYTES = 50;

    void spoil(Mischief mischief, StandInWire.Line line) throws IOException, InterruptedException {
        switch (mischief) {
            case UNAUTHORIZED -> refuse(line, 401);
            case FORBIDDEN -> refuse(line, 403);
            case NOT_FOUND -> refuse(line, 404);
            case TOO_MANY -> refuse(line, 429, "Retry-After", retryAfter);
            case ERROR -> refuse(line, 500);
            case REDIRECT -> refuse(line, 302, "Location", "/elsewhere");
            case HANG -> line.hang();
            case RESET -> line.reset();
            case CUT_OFF -> {
                line.head(200, MIME, whole().length);
                line.write(half());
            }
            case HUGE -> huge(line);
            case DRIP -> drip(line);
            case TRUNCATED -> line.answer(200, MIME, half());
            case BAD_CHARSET -> line.answer(200, MIME, text(account.user().put("biography", "Sägt")).getBytes(ISO_8859_1));
            default -> line.answer(200, mischief == Mischief.HTML ? "text/html" : MIME, told(mischief).getBytes(UTF_8));
        }
    }

    private String told(Mischief mischief) {
        return switch (mischief) {
            case HTML -> "<!doctype html><html><body>Please log in to see " + account.handle() + "</body></html>";
            case WRONG_TYPES -> counting("[\"many\"]").replaceFirst("\"full_name\":\"[^\"]*\"", "\"full_name\":7");
            case NULLS -> text(nulls());
            case NOT_A_NUMBER -> counting("NaN");
            case NEGATIVE -> counting("-5");
            case ANOTHER_HANDLE -> text(StandInAccount.of("somebody.else", 5_000_000).user());
            case EMPTY -> Envelopes.empty(account.handle());
            case PENDING -> Envelopes.message("pending", "come again");
            case FAULTED -> Envelopes.status(account.handle(), 613);
            case GONE -> Envelopes.status(account.handle(), 404);
            default -> throw new IllegalArgumentException(mischief + " is nothing that is said");
        };
    }

    private static void refuse(StandInWire.Line line, int status, String... headers) throws IOException {
        line.answer(status, MIME, Envelopes.message("failed", "no, and your key is " + StandInCreatorSource.KEY).getBytes(UTF_8), headers);
    }

    private void huge(StandInWire.Line line) throws IOException {
        byte[] blanks = new byte[1 << 20];
        Arrays.fill(blanks, (byte) ' ');
        line.head(200, MIME, (long) MEGABYTES * blanks.length + whole().length);
        for (int sent = 0; sent < MEGABYTES; sent++) {
            line.write(blanks);
        }
        line.write(whole());
    }

    private static void drip(StandInWire.Line line) throws IOException, InterruptedException {
        line.head(200, MIME, 1_000_000);
        do {
            line.write(new byte[] {' '});
        } while (line.linger(20));
    }

    private String counting(String count) {
        return text(account.user()).replaceAll("\"count\":\\d+", "\"count\":" + count);
    }

    private ObjectNode nulls() {
        ObjectNode user = account.user();
        List.copyOf(user.properties()).forEach(member -> user.putNull(member.getKey()));
        return user.put("username", account.handle());
    }

    private String text(ObjectNode user) {
        return Envelopes.of(account.handle(), user);
    }

    private byte[] whole() {
        return text(account.user()).getBytes(UTF_8);
    }

    private byte[] half() {
        return Arrays.copyOf(whole(), whole().length / 2);
    }
}

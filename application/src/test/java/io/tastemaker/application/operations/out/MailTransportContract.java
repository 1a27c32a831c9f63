package io.tastemaker.application.operations.out;

import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.application.operations.out.MailTransport.Delivery;
import io.tastemaker.application.shared.Letter;
import io.tastemaker.application.shared.out.SeededIds;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every transport of mail does. */
public abstract class MailTransportContract {

    /** A letter as it arrived. */
    public record Arrived(String messageId, Letter letter) {}

    protected abstract MailTransport transport();

    /** What has arrived, in the order of arrival; the message id as it was handed over. */
    protected abstract List<Arrived> arrived();

    @ParameterizedTest
    @MethodSource
    void a_letter_arrives_as_it_was_written(Letter letter) {
        String id = SeededIds.next().toString();
        assertThat(transport().deliver(id, letter)).isEqualTo(new Delivery.Delivered());
        assertThat(arrived()).containsExactly(new Arrived(id, letter));
    }

    static Stream<Letter> a_letter_arrives_as_it_was_written() {
        return Stream.of(
                new Letter("ana@example.com", "Confirm your address", "Hello Ana,\n\nhttp://127.0.0.1:8080/verify#" + "a".repeat(43) + "\n"),
                new Letter("ana+news@example.com", "Willkommen, Jos\u00e9 \uD83C\uDF3F", "Gr\u00fc\u00dfe aus M\u00fcnchen \uD83C\uDF3F\n"),
                new Letter("a'b@example.com", "A subject of many words, " + "again and ".repeat(20) + "again", "one line\n"),
                new Letter("ana@example.com", "Dots", ".\n..\n.hidden\nFrom: here\n\nTo: there\n"),
                new Letter("ana@example.com", "\u06a9\u06cc\u0627 \u062d\u0627\u0644", "\u0928\u092e\u0938\u094d\u0924\u0947\n" + "x".repeat(2_000) + "\n"));
    }

    @Test
    void letters_arrive_in_the_order_of_delivery() {
        for (int number = 1; number <= 3; number++) {
            transport().deliver("0195a000-0000-7000-8000-00000000000" + number, new Letter("ana@example.com", "No. " + number, "text\n"));
        }
        assertThat(arrived()).extracting(arrived -> arrived.letter().subject()).containsExactly("No. 1", "No. 2", "No. 3");
    }

    @Test
    void who_receives_a_letter_twice_can_tell() {
        String id = SeededIds.next().toString();
        Letter letter = new Letter("ana@example.com", "Confirm your address", "Hello Ana\n");
        transport().deliver(id, letter);
        assertThat(transport().deliver(id, letter)).isEqualTo(new Delivery.Delivered());
        assertThat(arrived().stream().distinct()).containsExactly(new Arrived(id, letter));
    }
}

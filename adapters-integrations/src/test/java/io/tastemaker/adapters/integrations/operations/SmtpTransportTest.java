package io.tastemaker.adapters.integrations.operations;

import static io.tastemaker.application.identity.out.TeamFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.tastemaker.application.operations.out.MailTransport;
import io.tastemaker.application.operations.out.MailTransport.Delivery;
import io.tastemaker.application.operations.out.MailTransportContract;
import io.tastemaker.application.shared.Letter;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmtpTransportTest extends MailTransportContract {

    private static final Letter LETTER = new Letter("ana@example.com", "Hello", "text\n");

    private final GreenMail server = new GreenMail(new ServerSetup[] {new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS)});

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Override
    protected MailTransport transport() {
        return to(server.getSmtp().getPort(), SmtpSettings.Tls.NONE, Optional.empty());
    }

    @Override
    protected List<Arrived> arrived() {
        return Arrays.stream(server.getReceivedMessages()).map(SmtpTransportTest::arrived).toList();
    }

    @Test
    void a_letter_says_from_whom_and_that_no_reply_is_read() throws MessagingException {
        transport().deliver("a-1", LETTER);
        MimeMessage message = server.getReceivedMessages()[0];
        assertThat(message.getFrom()[0]).hasToString("Tastemaker <no-reply@tastemaker.example>");
        assertThat(message.getSentDate()).isEqualTo(Date.from(NOON));
        assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(message.getMessageID()).isEqualTo("<a-1@tastemaker.example>");
    }

    @Test
    void a_domain_of_another_script_travels_in_ascii() throws MessagingException {
        transport().deliver("a-1", new Letter("ana@m\u00fcnchen.example", "Hello", "text\n"));
        assertThat(server.getReceivedMessages()[0].getAllRecipients()[0]).hasToString("ana@xn--mnchen-3ya.example");
    }

    @Test
    void a_login_is_presented() {
        server.setUser("robot", "correct horse");
        int port = server.getSmtp().getPort();
        assertThat(to(port, SmtpSettings.Tls.NONE, Optional.of(new SmtpSettings.Login("robot", "correct horse"))).deliver("a-1", LETTER))
                .isEqualTo(new Delivery.Delivered());
        assertThat(to(port, SmtpSettings.Tls.NONE, Optional.of(new SmtpSettings.Login("robot", "wrong"))).deliver("a-2", LETTER))
                .isInstanceOf(Delivery.Failed.class);
    }

    @Test
    void a_server_that_cannot_protect_the_connection_gets_no_letter() {
        int port = server.getSmtp().getPort();
        assertThat(to(port, SmtpSettings.Tls.STARTTLS, Optional.empty()).deliver("a-1", LETTER)).isInstanceOf(Delivery.Failed.class);
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void a_server_whose_certificate_nobody_vouches_for_gets_no_letter() {
        int port = server.getSmtps().getPort();
        assertThat(to(port, SmtpSettings.Tls.IMPLICIT, Optional.empty()).deliver("a-1", LETTER)).isInstanceOf(Delivery.Failed.class);
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void a_server_that_is_not_there_is_tried_again() {
        int port = server.getSmtp().getPort();
        server.stop();
        assertThat(to(port, SmtpSettings.Tls.NONE, Optional.empty()).deliver("a-1", LETTER))
                .isEqualTo(new Delivery.Failed("the mail server cannot be reached"));
    }

    @ParameterizedTest(name = "{0} to {1}")
    @CsvSource({
        "RCPT, 550 5.1.1 <ana@example.com> unknown, REJECTED", "RCPT, 553 5.1.3 no such mailbox name, REJECTED",
        "DATA, 554 5.7.1 this is spam, REJECTED", "RCPT, 450 4.2.1 come back later, FAILED", "RCPT, 451 4.7.1 greylisted, FAILED",
        "DATA, 452 4.3.1 full, FAILED", "MAIL, 530 5.7.0 authentication required, FAILED", "GREETING, 421 4.3.2 busy, FAILED"})
    void the_servers_verdict_is_understood_and_its_words_are_not_repeated(String command, String reply, String verdict) {
        try (ScriptedSmtp scripted = new ScriptedSmtp(Map.of(command, reply))) {
            Delivery delivery = to(scripted.port(), SmtpSettings.Tls.NONE, Optional.empty()).deliver("a-1", LETTER);
            assertThat(delivery).isInstanceOf(verdict.equals("REJECTED") ? Delivery.Rejected.class : Delivery.Failed.class);
            assertThat(delivery.toString()).doesNotContain("ana@example.com");
        }
    }

    @Test
    void a_server_that_says_nothing_is_not_waited_for() {
        try (ScriptedSmtp scripted = new ScriptedSmtp(Map.of("GREETING", ""))) {
            MailTransport hasty = new SmtpTransport(new SmtpSettings("127.0.0.1", scripted.port(), Optional.empty(), SmtpSettings.Tls.NONE,
                    "no-reply@tastemaker.example", Duration.ofMillis(50)), InstantSource.fixed(NOON));
            assertThat(hasty.deliver("a-1", LETTER)).isInstanceOf(Delivery.Failed.class);
        }
    }

    @Test
    void settings_do_not_show_the_password() {
        assertThat(new SmtpSettings("h", 25, Optional.of(new SmtpSettings.Login("robot", "correct horse")), SmtpSettings.Tls.NONE, "a@b.example",
                Duration.ofSeconds(1)).toString()).doesNotContain("correct horse");
    }

    private static MailTransport to(int port, SmtpSettings.Tls tls, Optional<SmtpSettings.Login> login) {
        return new SmtpTransport(new SmtpSettings("127.0.0.1", port, login, tls, "Tastemaker <no-reply@tastemaker.example>",
                Duration.ofSeconds(10)), InstantSource.fixed(NOON));
    }

    private static Arrived arrived(MimeMessage message) {
        try {
            String id = message.getMessageID().replaceAll("<(.*)@.*", "$1");
            String to = message.getRecipients(Message.RecipientType.TO)[0].toString();
            String text = message.getContent().toString().replace("\r\n", "\n");
            return new Arrived(id, new Letter(to, message.getSubject(), text.endsWith("\n") ? text : text + "\n")); // the server keeps the last line end to itself
        } catch (MessagingException failure) {
            throw new IllegalStateException(failure);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

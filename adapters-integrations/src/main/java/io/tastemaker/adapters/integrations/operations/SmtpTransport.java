package io.tastemaker.adapters.integrations.operations;

import io.tastemaker.application.operations.out.MailTransport;
import io.tastemaker.application.shared.Letter;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;

/** Mail over SMTP, one connection for each letter. Reasons name the server's code only: its texts often repeat the address. */
public final class SmtpTransport implements MailTransport {

    private static final Pattern MESSAGE_ID = Pattern.compile("[A-Za-z0-9-]{1,64}");

    private final SmtpSettings settings;
    private final InstantSource clock;
    private final String domain;

    /**
     * A transport.
     *
     * @param settings where and how
     * @param clock dates the letters
     */
    public SmtpTransport(SmtpSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
        this.domain = settings.from().substring(settings.from().lastIndexOf('@') + 1).replaceAll("[^A-Za-z0-9.-].*", "");
    }

    /** Only a letter to a name in another script asks the server for SMTPUTF8: most servers have it not, and need it not. */
    private Session session(Letter letter) {
        boolean ascii = StandardCharsets.US_ASCII.newEncoder().canEncode(letter.to().substring(0, letter.to().lastIndexOf('@') + 1));
        Properties properties = properties(settings);
        properties.setProperty("mail.mime.allowutf8", Boolean.toString(!ascii));
        return Session.getInstance(properties);
    }

    private static Properties properties(SmtpSettings settings) {
        String patience = Long.toString(settings.patience().toMillis());
        Properties properties = new Properties();
        properties.setProperty("mail.transport.protocol", "smtp");
        properties.setProperty("mail.smtp.host", settings.host());
        properties.setProperty("mail.smtp.port", Integer.toString(settings.port()));
        properties.setProperty("mail.smtp.auth", Boolean.toString(settings.login().isPresent()));
        properties.setProperty("mail.smtp.connectiontimeout", patience);
        properties.setProperty("mail.smtp.timeout", patience);
        properties.setProperty("mail.smtp.writetimeout", patience);
        properties.setProperty("mail.smtp.quitwait", "false");
        properties.setProperty("mail.smtp.ssl.enable", Boolean.toString(settings.tls() == SmtpSettings.Tls.IMPLICIT));
        properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(settings.tls() == SmtpSettings.Tls.STARTTLS));
        properties.setProperty("mail.smtp.starttls.required", Boolean.toString(settings.tls() == SmtpSettings.Tls.STARTTLS));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        return properties;
    }

    @Override
    public Delivery deliver(String messageId, Letter letter) {
        if (!MESSAGE_ID.matcher(messageId).matches()) {
            throw new IllegalArgumentException("no message id");
        }
        try {
            Session session = session(letter);
            MimeMessage message = message(session, messageId, letter);
            try (Transport transport = session.getTransport()) {
                transport.connect(settings.login().map(SmtpSettings.Login::user).orElse(null),
                        settings.login().map(SmtpSettings.Login::password).orElse(null));
                transport.sendMessage(message, message.getAllRecipients());
            }
            return new Delivery.Delivered();
        } catch (AddressException noAddress) {
            return new Delivery.Rejected("an address is not understood");
        } catch (AuthenticationFailedException refused) {
            return new Delivery.Failed("the mail server does not know this login");
        } catch (MessagingException failure) {
            return judged(failure);
        }
    }

    private MimeMessage message(Session session, String messageId, Letter letter) throws MessagingException {
        MimeMessage message = new MimeMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", "<" + messageId + "@" + domain + ">");
            }
        };
        message.setFrom(new InternetAddress(settings.from(), true));
        message.setRecipient(Message.RecipientType.TO, recipient(letter.to()));
        message.setSubject(letter.subject(), StandardCharsets.UTF_8.name());
        message.setText(letter.text(), StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(clock.instant()));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.saveChanges();
        return message;
    }

    /** Domains travel in their ASCII form, which every mail server understands. */
    private static InternetAddress recipient(String address) throws AddressException {
        int at = address.lastIndexOf('@');
        try {
            return new InternetAddress(address.substring(0, at + 1) + IDN.toASCII(address.substring(at + 1)), true);
        } catch (IllegalArgumentException noDomain) {
            throw new AddressException("no domain");
        }
    }

    /** The server's verdict on this letter or its recipient is final when it says 5xx; all else, and what it says of ourselves, may pass. */
    private static Delivery judged(MessagingException failure) {
        Optional<Integer> code = code(failure);
        boolean isFinal = code.filter(number -> number >= 500 && number < 600 && number / 10 != 53).isPresent();
        String reason = code.map(number -> "SMTP " + number).orElse("the mail server cannot be reached");
        return isFinal ? new Delivery.Rejected(reason) : new Delivery.Failed(reason);
    }

    private static Optional<Integer> code(MessagingException failure) {
        for (Exception cause = failure; cause instanceof MessagingException messaging; cause = messaging.getNextException()) {
            if (messaging instanceof SMTPAddressFailedException address) {
                return Optional.of(address.getReturnCode());
            }
            if (messaging instanceof SMTPSendFailedException sending && sending.getReturnCode() > 0) {
                return Optional.of(sending.getReturnCode());
            }
        }
        return Optional.empty();
    }
}

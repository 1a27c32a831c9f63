package io.tastemaker.application.identity.out;

import io.tastemaker.application.identity.out.IdentityProvidersContract.Person;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Providers that vouch for whomever the test says: {@code google}, and {@code silent}, which does not answer. */
public final class InMemoryIdentityProviders implements IdentityProviders {

    public static final String ISSUER = "https://accounts.google.com";

    private static final String SILENT = "silent";

    private record Consent(Map<String, String> query, Person person) {}

    private final Map<String, Consent> consents = new ConcurrentHashMap<>();
    private final AtomicInteger given = new AtomicInteger();

    /** The person opens the page and agrees; gives the code that the provider sends back. */
    public String consent(URI page, Person person) {
        String code = "code-" + given.incrementAndGet();
        consents.put(code, new Consent(IdentityProvidersContract.query(page), person));
        return code;
    }

    @Override
    public List<String> names() {
        return List.of("google", SILENT);
    }

    @Override
    public Beginning begin(Start start) {
        if (!names().contains(start.provider())) {
            return new Beginning.Unknown();
        }
        return start.provider().equals(SILENT) ? new Beginning.Unavailable() : new Beginning.At(URI.create(ISSUER + "/authorize"
                + "?response_type=code&client_id=tastemaker&scope=openid+email+profile&redirect_uri=" + encoded(start.redirect().toString())
                + "&state=" + encoded(start.state()) + "&nonce=" + encoded(start.nonce()) + "&code_challenge=" + encoded(start.challenge())
                + "&code_challenge_method=S256"));
    }

    @Override
    public Answer exchange(Return back) {
        if (back.provider().equals(SILENT)) {
            return new Answer.Unavailable();
        }
        return Optional.ofNullable(consents.remove(back.code()))
                .filter(consent -> consent.query().get("redirect_uri").equals(back.redirect().toString()))
                .filter(consent -> consent.query().get("nonce").equals(back.nonce()))
                .filter(consent -> consent.query().get("code_challenge").equals(challenge(back.verifier())))
                .<Answer>map(consent -> verified(consent.person()))
                .orElseGet(Answer.Refused::new);
    }

    private static Answer verified(Person person) {
        return new Answer.Verified(ISSUER, person.subject(), person.email(), person.emailVerified(), person.name());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String challenge(String verifier) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }
}

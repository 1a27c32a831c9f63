package io.tastemaker.adapters.http.identity;

import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.adapters.http.shared.Constraint.Default;
import io.tastemaker.adapters.http.shared.Constraint.Entries;
import io.tastemaker.adapters.http.shared.Constraint.Length;
import io.tastemaker.adapters.http.shared.Constraint.Matches;
import io.tastemaker.adapters.http.shared.Constraint.Word;
import io.tastemaker.adapters.http.shared.Vocabulary;
import io.tastemaker.domain.identity.EmailAddress;
import io.tastemaker.domain.identity.PasswordRules;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Who signs up.
 *
 * @param email where mail goes
 * @param password the password to be
 * @param fullName the person's name
 * @param companyName what the team is called
 * @param consents what the person agreed to
 * @param timeZone in which the person counts days
 * @param locale in which the person reads
 */
record SignUpJson(
        @About("Where mail goes, and the name to sign in with") @Word(Vocabulary.EMAIL) String email,
        @About("8 to 128 characters; what anybody would try first is refused")
        @Length(min = PasswordRules.LEAST, max = PasswordRules.MOST) String password,
        @About("1 to 200 characters") @Length(max = 200) String fullName,
        @About("What the team is called; the person's name when it is left out") Optional<@Length(max = 100) String> companyName,
        @About("What the person agreed to or not") Optional<@Entries(max = 20) List<ConsentJson>> consents,
        @About("An IANA time zone, in which the person counts days") @Default("UTC") @Word(Vocabulary.TIME_ZONE) String timeZone,
        @About("A BCP 47 tag, in which the person reads") @Default("en")
        @Matches(value = "[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}", says = "a BCP 47 tag such as pt-BR") String locale) {

    record ConsentJson(
            @About("Which use of the person's data")
            @Matches(value = "[a-z][a-z0-9_]{0,49}", says = "1 to 50 lower-case letters, digits and underscores") String tier,
            @About("Whether it is allowed") boolean granted) {}

    /** Refuses two words on one tier. */
    SignUpJson {
        long tiers = consents.orElse(List.of()).stream().map(ConsentJson::tier).distinct().count();
        if (tiers < consents.orElse(List.of()).size()) {
            throw new IllegalArgumentException("consents must name each tier once");
        }
    }

    EmailAddress address() {
        return EmailAddress.read(email).orElseThrow();
    }

    Map<String, Boolean> granted() {
        return consents.orElse(List.of()).stream().collect(Collectors.toMap(ConsentJson::tier, ConsentJson::granted));
    }

    /** Says nothing: the password is among it. */
    @Override
    public String toString() {
        return "SignUpJson[]";
    }
}

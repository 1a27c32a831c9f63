package io.tastemaker.bootstrap;

import io.tastemaker.adapters.integrations.identity.OpenIdProvider;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The settings of each provider that people sign in with: their names are part of the names of the variables. */
record ProviderSettings(Map<String, String> environment, List<String> names) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,31}");
    private static final List<String> PARTS = List.of("ISSUER", "CLIENT_ID", "CLIENT_SECRET");
    private static final Map<String, String> KNOWN_ISSUERS = Map.of("google", "https://accounts.google.com");

    /** Whether a variable says something about one of the providers. */
    boolean has(String variable) {
        return names.stream().anyMatch(name -> PARTS.stream().anyMatch(part -> variable(name, part).equals(variable)));
    }

    /** The providers; what is missing or wrong is added to the faults. */
    List<OpenIdProvider> read(List<String> faults) {
        Set<String> seen = new HashSet<>();
        return names.stream().flatMap(name -> {
            if (!NAME.matcher(name).matches() || !seen.add(name)) {
                faults.add(Setting.OIDC_PROVIDERS.variable() + " lists different names of lower-case letters, digits and underscores");
                return Stream.empty();
            }
            return provider(name, faults).stream();
        }).toList();
    }

    private Optional<OpenIdProvider> provider(String name, List<String> faults) {
        int before = faults.size();
        String issuer = given(name, "ISSUER").or(() -> Optional.ofNullable(KNOWN_ISSUERS.get(name))).orElse("");
        if (!OpenIdProvider.isTrustworthy(issuer)) {
            faults.add(variable(name, "ISSUER") + " must be an https address without query or fragment");
        }
        for (String part : List.of("CLIENT_ID", "CLIENT_SECRET")) {
            if (given(name, part).isEmpty()) {
                faults.add(variable(name, part) + " is required with the provider " + name);
            }
        }
        return faults.size() > before ? Optional.empty() : Optional.of(new OpenIdProvider(
                name, issuer, given(name, "CLIENT_ID").orElseThrow(), given(name, "CLIENT_SECRET").orElseThrow()));
    }

    private Optional<String> given(String name, String part) {
        return Optional.ofNullable(environment.get(variable(name, part))).map(String::strip).filter(value -> !value.isEmpty());
    }

    private static String variable(String name, String part) {
        return "TASTEMAKER_OIDC_" + name.toUpperCase(Locale.ROOT) + "_" + part;
    }

    /** Names nobody and shows nothing: the environment holds secrets. */
    @Override
    public String toString() {
        return "ProviderSettings" + names;
    }
}

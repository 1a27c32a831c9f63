package io.tastemaker.domain.creators;

import io.tastemaker.domain.shared.Language;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Languages as lists write them: by code ({@code pt}, {@code pt-BR}, {@code por}), by English name or by their own. */
final class LanguageNames {

    private static final Pattern IN_BRACKETS = Pattern.compile("\\s*\\(.*\\)$");
    private static final Pattern WITH_REGION = Pattern.compile("([a-z]{2,3})[-_][a-z0-9]{2,4}");
    private static final Map<String, String> CODES = codes();

    private LanguageNames() {}

    static Optional<Language> find(String text) {
        if (text.length() > 60) {
            return Optional.empty();
        }
        String bare = IN_BRACKETS.matcher(text.strip().toLowerCase(Locale.ROOT)).replaceAll("");
        Matcher withRegion = WITH_REGION.matcher(bare);
        String primary = withRegion.matches() ? withRegion.group(1) : bare;
        return Optional.ofNullable(CODES.get(primary)).map(Language::new);
    }

    private static Map<String, String> codes() {
        Map<String, String> codes = new HashMap<>();
        for (String code : Locale.getISOLanguages()) {
            if (code.length() == 2) {
                Locale language = Locale.of(code);
                String tag = language.toLanguageTag(); // the code of today: he for iw
                codes.put(code, tag);
                codes.put(language.getISO3Language(), tag);
                codes.put(language.getDisplayLanguage(language).toLowerCase(Locale.ROOT), tag);
                codes.put(language.getDisplayLanguage(Locale.ENGLISH).toLowerCase(Locale.ROOT), tag);
            }
        }
        codes.put("filipino", "fil");
        codes.put("fil", "fil");
        codes.put("mandarin", "zh");
        codes.put("farsi", "fa");
        return Map.copyOf(codes);
    }
}

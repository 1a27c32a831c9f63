package io.tastemaker.adapters.persistence.proposals;

import io.tastemaker.adapters.persistence.shared.Json;
import io.tastemaker.domain.proposals.Terms;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.JSONB;

/** Terms as a column of JSON: the texts of their members. */
final class TermsTexts {

    private TermsTexts() {}

    static JSONB write(Terms terms) {
        return Json.write(terms.texts());
    }

    static Terms read(JSONB column) {
        Map<String, String> texts = Json.read(column);
        String deliverables = texts.getOrDefault("deliverables", "");
        return new Terms(
                texts.get("title"),
                texts.getOrDefault("summary", ""),
                Optional.ofNullable(texts.get("campaign_id")).map(CampaignId::of),
                deliverables.isEmpty() ? List.of() : List.of(deliverables.split("\n")),
                Optional.ofNullable(texts.get("fee")).map(TermsTexts::money),
                Optional.ofNullable(texts.get("starts_on")).map(LocalDate::parse),
                Optional.ofNullable(texts.get("ends_on")).map(LocalDate::parse),
                texts.getOrDefault("conditions", ""));
    }

    private static Money money(String text) {
        int end = text.indexOf(' ');
        return new Money(new BigDecimal(text.substring(0, end)), Currency.getInstance(text.substring(end + 1)));
    }
}

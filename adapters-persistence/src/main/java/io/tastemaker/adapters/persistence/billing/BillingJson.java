package io.tastemaker.adapters.persistence.billing;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tastemaker.domain.billing.Payment;
import io.tastemaker.domain.billing.Reconciliation;
import io.tastemaker.domain.entitlements.PlanId;
import io.tastemaker.domain.shared.TeamId;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.JSONB;

/** What a payment covers and what a reconciliation found, as JSON. */
final class BillingJson {

    private record CoverJson(String plan, String from, String until, @JsonProperty("given_back") boolean givenBack) {}

    private record DriftJson(String team, long missing, long surplus) {}

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private BillingJson() {}

    static JSONB writeCovers(List<Payment.Cover> covers) {
        return json(covers.stream()
                .map(cover -> new CoverJson(cover.plan().toString(), cover.from().toString(), cover.until().toString(), cover.isGivenBack()))
                .toList());
    }

    static List<Payment.Cover> readCovers(JSONB column) {
        return Stream.of(value(column, CoverJson[].class))
                .map(cover -> new Payment.Cover(
                        PlanId.of(cover.plan()), Instant.parse(cover.from()), Instant.parse(cover.until()), cover.givenBack()))
                .toList();
    }

    static JSONB writeDrifts(List<Reconciliation.Drift> drifts) {
        return json(drifts.stream().map(drift -> new DriftJson(drift.team().toString(), drift.missing(), drift.surplus())).toList());
    }

    static List<Reconciliation.Drift> readDrifts(JSONB column) {
        return Stream.of(value(column, DriftJson[].class))
                .map(drift -> new Reconciliation.Drift(TeamId.of(drift.team()), drift.missing(), drift.surplus()))
                .toList();
    }

    private static JSONB json(Object value) {
        try {
            return JSONB.valueOf(MAPPER.writeValueAsString(value));
        } catch (JsonProcessingException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }

    private static <T> T value(JSONB column, Class<T> type) {
        try {
            return MAPPER.readValue(column.data(), type);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        }
    }
}

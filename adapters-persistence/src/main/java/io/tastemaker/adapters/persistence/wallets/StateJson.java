package io.tastemaker.adapters.persistence.wallets;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import io.tastemaker.adapters.persistence.shared.Codes;
import io.tastemaker.domain.entitlements.Action;
import io.tastemaker.domain.wallets.Counter;
import io.tastemaker.domain.wallets.Cycle;
import io.tastemaker.domain.wallets.Hold;
import io.tastemaker.domain.wallets.Lot;
import io.tastemaker.domain.wallets.LotKind;
import io.tastemaker.domain.wallets.OperationKey;
import io.tastemaker.domain.wallets.Price;
import io.tastemaker.domain.wallets.Split;
import io.tastemaker.domain.wallets.Wallet;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The part of a wallet that is read and written as a whole: its cycle, lots, holds and counters. Names are short, since it is written often. */
final class StateJson {

    private StateJson() {}

    static String write(Wallet wallet) {
        return JsonText.object(json -> {
            Cycle cycle = wallet.cycle();
            json.writeStringField("anchor", cycle.anchor().toString());
            json.writeStringField("zone", cycle.zone().getId());
            json.writeNumberField("index", cycle.index());
            JsonText.time(json, "start", cycle.start());
            JsonText.time(json, "last", wallet.lastInstant());
            if (wallet.lastDaily().isPresent()) {
                json.writeStringField("daily", wallet.lastDaily().get().toString());
            }
            json.writeNumberField("months", wallet.monthsGiven());
            if (wallet.lastNotice() > 0) {
                json.writeNumberField("notice", wallet.lastNotice());
            }
            JsonText.array(json, "lots", items -> {
                for (Lot lot : wallet.lots()) {
                    write(items, lot);
                }
            });
            JsonText.array(json, "holds", items -> {
                for (Hold hold : wallet.holds()) {
                    write(items, hold);
                }
            });
            JsonText.array(json, "counters", items -> {
                for (Counter counter : wallet.counters()) {
                    write(items, counter);
                }
            });
        });
    }

    static WalletState read(String text) {
        JsonNode json = JsonText.tree(text);
        Cycle cycle = new Cycle(LocalDateTime.parse(JsonText.text(json, "anchor")), ZoneId.of(JsonText.text(json, "zone")),
                JsonText.small(json, "index"), JsonText.time(json, "start"));
        return new WalletState(cycle, JsonText.list(json, "lots", StateJson::lot), JsonText.list(json, "holds", StateJson::hold),
                JsonText.list(json, "counters", StateJson::counter), JsonText.time(json, "last"),
                JsonText.optional(json, "daily", day -> LocalDate.parse(day.textValue())), JsonText.small(json, "months"),
                JsonText.optional(json, "notice", JsonNode::longValue).orElse(0L));
    }

    private static void write(JsonGenerator json, Lot lot) throws IOException {
        JsonText.object(json, fields -> {
            fields.writeStringField("s", lot.source());
            fields.writeStringField("k", lot.kind().code());
            if (!lot.scope().isEmpty()) {
                JsonText.array(fields, "f", items -> {
                    for (String action : Scopes.codes(lot.scope())) {
                        items.writeString(action);
                    }
                });
            }
            fields.writeNumberField("g", lot.granted());
            fields.writeNumberField("r", lot.remaining());
            fields.writeNumberField("h", lot.held());
            JsonText.time(fields, "b", lot.effectiveAt());
            JsonText.time(fields, "e", lot.expiresAt());
        });
    }

    private static Lot lot(JsonNode json) {
        Set<Action> scope = json.has("f")
                ? JsonText.list(json, "f", action -> new Action(action.textValue())).stream().collect(Collectors.toSet())
                : Set.of();
        return new Lot(JsonText.text(json, "s"), Codes.read(LotKind.class, JsonText.text(json, "k")), scope, JsonText.number(json, "g"),
                JsonText.number(json, "r"), JsonText.number(json, "h"), JsonText.time(json, "b"), JsonText.timeIfAny(json, "e"));
    }

    private static void write(JsonGenerator json, Hold hold) throws IOException {
        JsonText.object(json, fields -> {
            fields.writeStringField("key", hold.key().text());
            fields.writeStringField("action", hold.action().code());
            fields.writeNumberField("quota", hold.split().quota());
            fields.writeNumberField("free", hold.split().allowance());
            fields.writeNumberField("paid", hold.split().credits());
            fields.writeStringField("rule", hold.price().rule());
            fields.writeNumberField("unit", hold.price().unitCredits());
            fields.writeNumberField("off", hold.price().discount());
            JsonText.array(fields, "from", items -> {
                for (Hold.Allocation part : hold.allocations()) {
                    JsonText.object(items, allocation -> {
                        allocation.writeStringField("s", part.lot());
                        allocation.writeNumberField("n", part.credits());
                    });
                }
            });
            JsonText.time(fields, "period", hold.period());
            fields.writeStringField("actor", hold.actor());
            JsonText.time(fields, "until", hold.expiresAt());
        });
    }

    private static Hold hold(JsonNode json) {
        return new Hold(new OperationKey(JsonText.text(json, "key")), new Action(JsonText.text(json, "action")),
                new Split(JsonText.number(json, "quota"), JsonText.number(json, "free"), JsonText.number(json, "paid")),
                new Price(JsonText.text(json, "rule"), JsonText.number(json, "unit"), JsonText.small(json, "off")),
                JsonText.list(json, "from", part -> new Hold.Allocation(JsonText.text(part, "s"), JsonText.number(part, "n"))),
                JsonText.time(json, "period"), JsonText.text(json, "actor"), JsonText.time(json, "until"));
    }

    private static void write(JsonGenerator json, Counter counter) throws IOException {
        JsonText.object(json, fields -> {
            fields.writeStringField("k", counter.kind().name().toLowerCase(Locale.ROOT));
            fields.writeStringField("n", counter.name());
            JsonText.time(fields, "p", counter.period());
            fields.writeNumberField("u", counter.used());
            fields.writeNumberField("h", counter.held());
        });
    }

    private static Counter counter(JsonNode json) {
        return new Counter(Counter.Kind.valueOf(JsonText.text(json, "k").toUpperCase(Locale.ROOT)), JsonText.text(json, "n"),
                JsonText.time(json, "p"), JsonText.number(json, "u"), JsonText.number(json, "h"));
    }
}

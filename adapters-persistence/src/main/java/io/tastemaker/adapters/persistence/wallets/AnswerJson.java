package io.tastemaker.adapters.persistence.wallets;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import io.tastemaker.domain.entitlements.Action;
import io.tastemaker.domain.entitlements.PlanId;
import io.tastemaker.domain.wallets.Access;
import io.tastemaker.domain.wallets.Price;
import io.tastemaker.domain.wallets.Receipt;
import io.tastemaker.domain.wallets.Split;
import io.tastemaker.domain.wallets.WalletAnswer;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/** Stored answers as flat JSON objects. A repeat is answered from them, so all of an answer comes back as it was. */
final class AnswerJson {

    private static final String KIND = "kind";

    private AnswerJson() {}

    static String write(WalletAnswer.Lasting answer) {
        return JsonText.object(json -> write(json, answer));
    }

    private static void write(JsonGenerator json, WalletAnswer.Lasting answer) throws IOException {
        switch (answer) {
            case WalletAnswer.Charged(Receipt receipt) -> {
                json.writeStringField(KIND, "charged");
                write(json, receipt);
            }
            case WalletAnswer.Reserved reserved -> {
                json.writeStringField(KIND, "reserved");
                write(json, reserved.receipt());
                JsonText.time(json, "expires_at", reserved.expiresAt());
            }
            case WalletAnswer.Settled(Receipt receipt, long uncollected) -> {
                json.writeStringField(KIND, "settled");
                write(json, receipt);
                json.writeNumberField("uncollected", uncollected);
            }
            case WalletAnswer.AlreadyOpen(Receipt receipt, Access access) -> {
                json.writeStringField(KIND, "already_open");
                write(json, receipt);
                json.writeStringField("open_action", access.right().action().code());
                json.writeStringField("open_target", access.right().target());
                JsonText.time(json, "open_until", access.until());
                json.writeStringField("open_operation", access.operation().toString());
                json.writeStringField("open_actor", access.actor());
                JsonText.time(json, "open_since", access.since());
            }
            case WalletAnswer.Booked(long credits, long debt) -> {
                json.writeStringField(KIND, "booked");
                json.writeNumberField("credits", credits);
                json.writeNumberField("debt", debt);
            }
            case WalletAnswer.CreditsMissing(Optional<Action> action, long required, long available, long debt) -> {
                json.writeStringField(KIND, "credits_missing");
                if (action.isPresent()) {
                    json.writeStringField("action", action.get().code());
                }
                json.writeNumberField("required", required);
                json.writeNumberField("available", available);
                json.writeNumberField("debt", debt);
            }
            case WalletAnswer.PriceAboveMax(Action action, long price, long most) -> {
                json.writeStringField(KIND, "price_above_max");
                json.writeStringField("action", action.code());
                json.writeNumberField("price", price);
                json.writeNumberField("most", most);
            }
        }
    }

    static WalletAnswer.Lasting read(String text) {
        JsonNode json = JsonText.tree(text);
        String kind = JsonText.text(json, KIND);
        return switch (kind) {
            case "charged" -> new WalletAnswer.Charged(receipt(json));
            case "reserved" -> new WalletAnswer.Reserved(receipt(json), JsonText.time(json, "expires_at"));
            case "settled" -> new WalletAnswer.Settled(receipt(json), JsonText.number(json, "uncollected"));
            case "already_open" -> new WalletAnswer.AlreadyOpen(receipt(json), access(json));
            case "booked" -> new WalletAnswer.Booked(JsonText.number(json, "credits"), JsonText.number(json, "debt"));
            case "credits_missing" -> new WalletAnswer.CreditsMissing(
                    JsonText.optional(json, "action", action -> new Action(action.textValue())), JsonText.number(json, "required"),
                    JsonText.number(json, "available"), JsonText.number(json, "debt"));
            case "price_above_max" -> new WalletAnswer.PriceAboveMax(
                    action(json, "action"), JsonText.number(json, "price"), JsonText.number(json, "most"));
            default -> throw new IllegalStateException("no answer is called " + kind);
        };
    }

    private static void write(JsonGenerator json, Receipt receipt) throws IOException {
        json.writeStringField("action", receipt.action().code());
        json.writeNumberField("quota", receipt.split().quota());
        json.writeNumberField("free", receipt.split().allowance());
        json.writeNumberField("paid", receipt.split().credits());
        json.writeStringField("rule", receipt.price().rule());
        json.writeNumberField("unit", receipt.price().unitCredits());
        json.writeNumberField("off", receipt.price().discount());
        json.writeNumberField("credits", receipt.credits());
        json.writeStringField("plan", receipt.plan().toString());
        if (receipt.quotaLeft().isPresent()) {
            json.writeNumberField("quota_left", receipt.quotaLeft().getAsLong());
        }
        json.writeNumberField("free_left", receipt.allowanceLeft());
        json.writeNumberField("credits_left", receipt.creditsLeft());
        JsonText.time(json, "period_ends_at", receipt.periodEndsAt());
    }

    private static Receipt receipt(JsonNode json) {
        JsonNode quotaLeft = json.get("quota_left");
        return new Receipt(action(json, "action"),
                new Split(JsonText.number(json, "quota"), JsonText.number(json, "free"), JsonText.number(json, "paid")),
                new Price(JsonText.text(json, "rule"), JsonText.number(json, "unit"), JsonText.small(json, "off")),
                JsonText.number(json, "credits"), PlanId.of(JsonText.text(json, "plan")),
                quotaLeft == null ? OptionalLong.empty() : OptionalLong.of(quotaLeft.longValue()), JsonText.number(json, "free_left"),
                JsonText.number(json, "credits_left"), JsonText.time(json, "period_ends_at"));
    }

    private static Access access(JsonNode json) {
        return new Access(new Access.Right(action(json, "open_action"), JsonText.text(json, "open_target")),
                JsonText.timeIfAny(json, "open_until"), UUID.fromString(JsonText.text(json, "open_operation")),
                JsonText.text(json, "open_actor"), JsonText.time(json, "open_since"));
    }

    private static Action action(JsonNode json, String name) {
        return new Action(JsonText.text(json, name));
    }
}

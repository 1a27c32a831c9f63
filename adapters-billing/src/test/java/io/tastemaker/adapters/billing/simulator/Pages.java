package io.tastemaker.adapters.billing.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The pages of Stripe that people see: of a session, of an invoice, and of the portal. */
final class Pages implements HttpHandler {

    private static final String HTML = "text/html; charset=utf-8";

    private final World world;
    private final Outside outside;

    Pages(World world, Outside outside) {
        this.world = world;
        this.outside = outside;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        String[] path = exchange.getRequestURI().getPath().split("/", -1);
        Params form = Params.of(Http.body(exchange));
        boolean posted = exchange.getRequestMethod().equals("POST");
        try {
            String id = path.length > 2 ? path[2] : "";
            switch (path[1]) {
                case "pay" -> checkout(exchange, id, form, posted);
                case "invoice" -> invoice(exchange, id, posted);
                case "portal" -> portal(exchange, id, form, posted);
                default -> Http.send(exchange, 404, HTML, page("Not here", ""));
            }
        } catch (Refusal refusal) {
            Http.send(exchange, 404, HTML, page("Not here", ""));
        } catch (IllegalStateException impossible) {
            Http.send(exchange, 409, HTML, page("That is not possible", "<p>" + safe(impossible.getMessage()) + "</p>"));
        }
    }

    private ObjectNode get(Kind kind, String id) {
        return world.store.locked(() -> world.store.get(kind, id).deepCopy());
    }

    private List<ObjectNode> copies(Kind kind, String member, String value) {
        return world.store.locked(() -> world.store.each(kind, member, value).stream().map(ObjectNode::deepCopy).toList());
    }

    private void checkout(HttpExchange exchange, String id, Params form, boolean posted) throws IOException {
        if (posted) {
            form.text("promotion_code").ifPresent(code -> outside.enterCode(id, code));
        }
        String how = form.text("pay").orElse("pay");
        if (posted && !how.equals("code")) {
            outside.pay(id, switch (how) {
                case "declined" -> Outside.Payment.IS_DECLINED;
                case "later" -> Outside.Payment.ARRIVES_LATER;
                default -> Outside.Payment.SUCCEEDS;
            });
        }
        ObjectNode session = get(Kind.SESSION, id);
        if (session.path("status").asText().equals("complete") && posted) {
            Http.redirect(exchange, session.path("success_url").asText().replace("{CHECKOUT_SESSION_ID}", id));
            return;
        }
        String note = posted && how.equals("declined") ? "<p role=alert>Your card was declined.</p>" : "";
        Http.send(exchange, 200, HTML, page("Checkout", note + till(session)));
    }

    private static String till(ObjectNode session) {
        if (!session.path("status").asText().equals("open")) {
            return "<p>This session is " + safe(session.path("status").asText()) + ".</p>";
        }
        String code = session.path("allow_promotion_codes").asBoolean()
                ? "<p><label>Promotion code <input name=promotion_code></label> " + button("pay", "code", "Apply") + "</p>" : "";
        String back = Json.text(session, "cancel_url").map(url -> "<p><a href=\"" + safe(url) + "\">Back</a></p>").orElse("");
        return "<p>To pay now: <strong>" + money(session.path("amount_total").asLong(), session) + "</strong></p><form method=post>" + code
                + button("pay", "pay", "Pay") + button("pay", "later", "Pay by bank, later") + button("pay", "declined", "Pay with a bad card")
                + "</form>" + back;
    }

    private void invoice(HttpExchange exchange, String id, boolean posted) throws IOException {
        if (posted) {
            outside.payInvoice(id);
        }
        ObjectNode invoice = get(Kind.INVOICE, id);
        String form = invoice.path("status").asText().equals("open") ? "<form method=post>" + button("pay", "pay", "Pay") + "</form>" : "";
        Http.send(exchange, 200, HTML, page("Invoice " + safe(invoice.path("number").asText()),
                "<p>" + money(invoice.path("amount_due").asLong(), invoice) + ", " + safe(invoice.path("status").asText()) + "</p>" + form));
    }

    private void portal(HttpExchange exchange, String id, Params form, boolean posted) throws IOException {
        ObjectNode portal = get(Kind.PORTAL, id);
        String customer = portal.path("customer").asText();
        Optional<String> subscription = form.text("subscription")
                .filter(one -> get(Kind.SUBSCRIPTION, one).path("customer").asText().equals(customer));
        if (posted) {
            form.text("card").ifPresent(card -> outside.card(customer, card.equals("works")));
            subscription.ifPresent(one -> managed(one, form));
            Http.redirect(exchange, "/portal/" + id);
            return;
        }
        StringBuilder page = new StringBuilder();
        copies(Kind.SUBSCRIPTION, "customer", customer).forEach(one -> page.append(managed(one)));
        page.append("<form method=post>").append(button("card", "works", "Use a good card")).append(button("card", "fails", "Use a bad card"))
                .append("</form>");
        Json.text(portal, "return_url").ifPresent(url -> page.append("<p><a href=\"").append(safe(url)).append("\">Back</a></p>"));
        Http.send(exchange, 200, HTML, page("Your subscriptions", page.toString()));
    }

    private void managed(String subscription, Params form) {
        form.text("act").ifPresent(act -> {
            switch (act) {
                case "cancel" -> outside.cancelAtPeriodEnd(subscription);
                case "resume" -> outside.resume(subscription);
                default -> outside.changePrice(subscription, act);
            }
        });
    }

    private String managed(ObjectNode subscription) {
        StringBuilder form = new StringBuilder("<form method=post><input type=hidden name=subscription value=\"")
                .append(safe(subscription.path("id").asText())).append("\"><p>").append(safe(subscription.path("status").asText())).append("</p>");
        if (!Subscriptions.isOver(subscription)) {
            form.append(subscription.path("cancel_at_period_end").asBoolean() ? button("act", "resume", "Resume")
                    : button("act", "cancel", "Cancel at the end of the period"));
            monthly(subscription).forEach(price -> form.append(button("act", price.path("id").asText(),
                    "Change to " + world.store.locked(() -> world.catalog.productName(price)))));
        }
        return form.append("</form>").toString();
    }

    private List<ObjectNode> monthly(JsonNode subscription) {
        return copies(Kind.PRICE, "type", "recurring").stream()
                .filter(price -> !price.get("id").equals(Subscriptions.item(subscription).path("price").get("id"))).toList();
    }

    private static String button(String name, String value, String text) {
        return "<button name=" + name + " value=\"" + safe(value) + "\">" + safe(text) + "</button> ";
    }

    private static String money(long minor, JsonNode of) {
        return BigDecimal.valueOf(minor, 2) + " " + safe(of.path("currency").asText().toUpperCase(Locale.ROOT));
    }

    private static String page(String title, String body) {
        return "<!doctype html><html lang=en><meta charset=utf-8><title>" + title + "</title><h1>" + title + "</h1>"
                + "<p>Simulated: nothing is paid here.</p>" + body + "</html>";
    }

    private static String safe(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;").replace("'", "&#39;");
    }
}

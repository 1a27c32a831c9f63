/**
 * The business of Tastemaker as plain Java: values, rules and decisions, without a framework, a clock or I/O.
 * It requires nothing, so the compiler itself keeps frameworks out.
 */
module io.tastemaker.domain {
    exports io.tastemaker.domain.shared;
    exports io.tastemaker.domain.access;
    exports io.tastemaker.domain.entitlements;
    exports io.tastemaker.domain.identity;
    exports io.tastemaker.domain.creators;
    exports io.tastemaker.domain.content;
    exports io.tastemaker.domain.matching;
    exports io.tastemaker.domain.campaigns;
    exports io.tastemaker.domain.measurement;
    exports io.tastemaker.domain.exports;
    exports io.tastemaker.domain.lists;
    exports io.tastemaker.domain.proposals;
    exports io.tastemaker.domain.outreach;
    exports io.tastemaker.domain.briefing;
    exports io.tastemaker.domain.wallets;
    exports io.tastemaker.domain.billing;
    exports io.tastemaker.domain.operations;
    exports io.tastemaker.domain.webhooks;
}

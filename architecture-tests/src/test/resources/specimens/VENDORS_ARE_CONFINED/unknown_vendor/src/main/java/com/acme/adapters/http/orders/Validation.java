// caught: com.acme.adapters.http.orders.Validation.rule
package com.acme.adapters.http.orders;

record Validation(org.assertj.core.api.Condition<String> rule) {}

// caught: com.acme.domain.orders.Label
// also: DOMAIN_IS_PLAIN_JAVA
package com.acme.domain.orders;

import com.fasterxml.jackson.annotation.JsonProperty;

public record Label(@JsonProperty("t") String text) {}

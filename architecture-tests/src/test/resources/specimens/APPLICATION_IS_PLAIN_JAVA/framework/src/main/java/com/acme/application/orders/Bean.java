// caught: com.acme.application.orders.Bean.log
// also: SANE_HABITS
package com.acme.application.orders;

record Bean(org.slf4j.Logger log) {}

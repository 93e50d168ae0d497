/** Words of SQL that may stand before a parenthesis and call nothing, and types with a size. */
const WORDS = `select distinct on from join using where and or not in any some all exists between like ilike is as when
  then else case by having union except intersect limit offset values over filter group within lateral only row array
  materialized separator interval char character varchar varying nchar nvarchar binary varbinary decimal numeric number
  float double real int integer bigint smallint tinyint bit time timestamp timestamptz datetime with against match rollup
  cube sets partition`

// https://www.postgresql.org/docs/current/functions.html
const POSTGRES = `abs age array_agg array_append array_cat array_length array_lower array_ndims array_position
  array_positions array_prepend array_remove array_replace array_to_json array_to_string array_upper ascii avg bit_and
  bit_length bit_or bool_and bool_or btrim cardinality cast ceil ceiling char_length character_length chr coalesce concat
  concat_ws convert_from convert_to corr count cume_dist current_date current_database current_schema current_setting
  current_time current_timestamp current_user date date_bin date_part date_trunc decode degrees dense_rank div encode
  every exp extract first_value floor format format_type gcd gen_random_uuid generate_series generate_subscripts greatest
  initcap isfinite json_agg json_array_elements json_array_elements_text json_array_length json_build_array
  json_build_object json_each json_each_text json_extract_path json_extract_path_text json_object json_object_agg
  json_object_keys json_populate_record json_populate_recordset json_strip_nulls json_to_record json_to_recordset
  json_typeof jsonb_agg jsonb_array_elements jsonb_array_elements_text jsonb_array_length jsonb_build_array
  jsonb_build_object jsonb_each jsonb_each_text jsonb_extract_path jsonb_extract_path_text jsonb_insert jsonb_object
  jsonb_object_agg jsonb_object_keys jsonb_path_exists jsonb_path_match jsonb_path_query jsonb_path_query_array
  jsonb_path_query_first jsonb_populate_record jsonb_populate_recordset jsonb_pretty jsonb_set jsonb_strip_nulls
  jsonb_to_record jsonb_to_recordset jsonb_typeof justify_days justify_hours justify_interval lag last_value lcm lead least
  left length ln log lower lpad ltrim make_date make_interval make_time make_timestamp make_timestamptz max md5 min mod
  mode now nth_value ntile nullif num_nonnulls num_nulls numnode obj_description octet_length overlay percent_rank
  percentile_cont percentile_disc pg_column_size pg_database_size pg_get_constraintdef pg_get_expr pg_get_functiondef
  pg_get_indexdef pg_get_userbyid pg_get_viewdef pg_relation_size pg_size_pretty pg_table_size pg_total_relation_size
  pg_typeof phraseto_tsquery plainto_tsquery position power quote_ident quote_literal radians random rank regexp_count
  regexp_like regexp_match regexp_matches regexp_replace regexp_split_to_array regexp_split_to_table regexp_substr repeat
  replace reverse right round row_number row_to_json rpad rtrim scale setweight sha224 sha256 sha384 sha512 sign similarity
  split_part sqrt starts_with stddev stddev_pop stddev_samp string_agg string_to_array string_to_table strpos substr
  substring sum timezone to_char to_date to_hex to_json to_jsonb to_number to_regclass to_timestamp to_tsquery to_tsvector
  translate trim trunc ts_headline ts_rank ts_rank_cd unnest upper var_pop var_samp variance version
  websearch_to_tsquery width_bucket word_similarity xmlagg xmlelement xmlforest
  has_table_privilege has_schema_privilege col_description sin cos tan asin acos atan atan2 pi`

// https://dev.mysql.com/doc/refman/8.4/en/functions.html
const MYSQL = `adddate addtime any_value bin bit_count bit_xor conv convert convert_tz crc32 curdate curtime database date_add
  date_format date_sub datediff day dayname dayofmonth dayofweek dayofyear elt field find_in_set from_base64 from_days
  from_unixtime group_concat grouping hex hour if ifnull inet6_aton inet6_ntoa inet_aton inet_ntoa instr isnull
  json_arrayagg json_array json_contains json_contains_path json_depth json_extract json_keys json_length json_merge_patch
  json_merge_preserve json_objectagg json_overlaps json_pretty json_quote json_remove json_replace json_search json_set
  json_table json_type json_unquote json_valid json_value last_day lcase locate log10 log2 makedate maketime microsecond
  mid minute month monthname oct ord period_add period_diff pow quarter quote rand schema sec_to_time second sha sha1 sha2
  soundex space st_area st_asgeojson st_astext st_contains st_distance st_distance_sphere st_dwithin st_geomfromtext
  st_intersects st_makepoint st_point st_setsrid st_within st_x st_y str_to_date strcmp subdate substring_index subtime
  sysdate time_format time_to_sec timediff timestampadd timestampdiff to_base64 to_days to_seconds truncate ucase unhex
  unix_timestamp user utc_date utc_time utc_timestamp uuid uuid_to_bin bin_to_uuid week weekday weekofyear year yearweek`

// https://www.sqlite.org/lang_corefunc.html
const SQLITE = `bm25 glob highlight iif julianday likely unlikely nullif printf quote randomblob snippet sqlite_version strftime
  timediff total typeof unicode unixepoch zeroblob json_each json_tree json_patch json_group_array json_group_object
  jsonb_group_array`

/** Functions of databases that only compute, as alternatives of a regular expression. */
export const CALLED_WITHOUT_EFFECT = [...new Set(`${WORDS} ${POSTGRES} ${MYSQL} ${SQLITE}`.split(/\s+/))].join('|')

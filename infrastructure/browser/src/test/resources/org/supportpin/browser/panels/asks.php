<?php
// The token route alone, at every path, in a session that is customer 1001's.
require 'support-pin.php';
session_start();
support_pin_answer(['endpoint' => getenv('TOKEN_ENDPOINT'), 'client' => 'panel', 'kid' => 'panel-1', 'key' => getenv('TOKEN_KEY')], 1001);

/// Real English words that the news hardly uses: what a spinner with a strange thesaurus writes.
let oddWords: [String] = """
  abacus abattoir acanthus adze agapanthus aglet aigrette alabaster alembic almanac aloof amaranth ambergris amphora
  andiron anemone ankh antimacassar anvil apiary apricot argosy armadillo arnica arpeggio artichoke astrolabe aubergine
  auk awl awning azalea babble badger bagatelle baize balalaika baluster bandicoot banjo bannock barnacle barouche
  basilisk bassoon bauble bedraggle begonia belfry bellows bergamot besom bezel bilge billow bittern blancmange blithe
  bobbin bodkin bollard bombast bonnet bouillon bower bract bramble brazier brindle brine brioche brocade bulrush
  bumble bunion burdock burlap burnish buskin cabbage caboose cairn calico caliper calliope calumet camellia campanula
  canter caper carafe caraway carbuncle carillon carom carpel cassock castanet catkin cedilla celandine chaffinch
  chalice chamois chandler chaplet charabanc chervil chicory chignon chisel chowder churn cicada cinder cistern clamber
  clang clarinet clavichord cobble cockle coddle codicil collier colander columbine conch copse coracle cormorant
  cornice corolla cowl cowrie coxcomb crampon crayfish crinoline crochet croquet crosier crouton crumpet cudgel cummerbund
  curlew cutlass cuttlefish cygnet cymbal daffodil dapple davit decant derringer dewlap dibble dimple dingle dirigible
  dither dodder doily dollop dolmen doublet dovetail dowel dragoon drizzle dromedary dulcimer dumpling eiderdown eland
  elderberry elixir embroider emu endive ermine escutcheon ewer eyelet fandango farrier farthing felloe fennel fescue
  fetlock fiddle filigree finial firkin flagon flagstone flounce flounder flummox flute fob foible foxglove fresco
  fritter frond fuchsia fuddle fulcrum furlong furrow gable gadfly gaiter galleon galosh gambol gander gantry gargoyle
  garland garnet garter gazebo gherkin gibbon gilly gimlet gingham gizzard gladiolus glockenspiel gnat gnomon goblet
  goldfinch gondola gooseberry gosling gossamer gourd granary grapnel greengage grindstone grommet grotto grouse gudgeon
  guillemot gull gusset haddock halberd hammock handsaw harlequin harpsichord harrow hassock haversack hawser hawthorn
  hazel heather hedgehog heliotrope hemlock heron hibiscus hoarfrost hobnail hogshead hollyhock hopscotch hornet hurdle
  hyacinth hyssop ibex icicle inglenook inkwell jackdaw jamb jasper jerkin jetsam jodhpur jonquil juniper kayak kernel
  kestrel kettledrum kiln kipper kirtle knapsack knoll kumquat lacquer ladle lanolin lantern lapwing larkspur lattice
  lavender lectern leek leggings lentil lichen limpet linnet lintel lobelia loganberry loom lorgnette lozenge lugger
  lute lychgate macaroon madrigal magpie mallet mandolin mangle mantis marigold marjoram marmalade marmot marten marzipan
  mastiff mattock maypole meander medlar menhir mildew millet minaret minnow minuet mistletoe mitten moccasin monocle
  moorhen moss muffin mulberry mullion muslin mussel nacre napkin narwhal nasturtium nettle newel newt nightjar nosegay
  nougat nutmeg oboe ocarina ochre oleander onyx oriole osprey ottoman outrigger oxbow oyster paddock pagoda palfrey
  palisade pamphlet pangolin pannier pantaloon papyrus parapet parasol parquet parsley parsnip partridge pasty pelican
  pemmican pendulum pennant penumbra peony pergola periwinkle pestle petticoat petunia pewter phaeton pianola piccolo
  pickerel piebald pillory pimpernel pincushion pinnace pipistrelle pippin placket plantain plinth plover plumage pollard
  polliwog pomander poplar porcupine portcullis posy potpourri poultice primrose privet ptarmigan puffin pumice purl
  quagmire quahog quail quaver quiche quill quilt quince quiver quoit rabbet radish ragwort rampion raspberry ratchet
  reticule rhubarb riposte roebuck rosemary rowan rudder ruffle rumpus rutabaga sackbut saffron salamander samovar
  sampan sandpiper sarsaparilla sassafras satchel scabbard scallop scarab schooner scone scullery scuttle sedge sepia
  sextant shallot shamrock shanty sherbet shilling shrew sickle silage skein skillet skittle skylark sloop snaffle
  snapdragon snorkel sorrel spatula spinet spinnaker spittoon spruce squid stamen starling stencil stile stirrup stoat
  strudel sturgeon sundial swallowtail sycamore tabard taffeta tallow tamarind tambourine tangerine tapir tarragon tassel
  teasel tendril thicket thimble thistle thrush thyme timpani tinsel toadstool toboggan tortoise toucan trapeze treacle
  trellis tremolo trestle trilobite trinket trivet tulip tureen turmeric turnip turnstile turret ukulele umbrella
  valance vellum velour verbena verger vermilion vetch viaduct viola vole waffle wagtail wainscot walnut walrus warble
  warbler wattle weasel weevil whelk whimbrel whippet whisk whittle wicket wigeon willow wimple windlass wisteria
  wombat woodbine wren yarrow yodel yoke zinnia zither
  """.split { $0 == " " || $0 == "\n" }.map(String.init)
